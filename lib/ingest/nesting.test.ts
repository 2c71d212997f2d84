import { expect, test } from "vitest";
import { exceedsMaxDepth } from "./nesting";
import { parseArticle } from "./parse-article";
import { readList } from "./read-list";
import { readSource } from "./read-source";

test.each<[string, string, boolean]>([
  ["a page", "<html><body><div><p>One<p>Two</div></body></html>", false],
  ["unclosed paragraphs", "<p>One".repeat(100_000), false],
  ["elements that have no end", "<br><img><hr>".repeat(50_000), false],
  ["as deep as is let in", "<div>".repeat(400), false],
  ["one deeper", "<div>".repeat(401), true],
  ["deep behind much that is not", `${"<p>One</p>".repeat(20_000)}${"<b><i>".repeat(300)}`, true],
  ["words of tags in a script", `<script>${'"<div>"'.repeat(1000)}</script>`, false],
])("%s is too deep: %s", (_, markup, expected) => {
  expect(exceedsMaxDepth(markup)).toBe(expected);
});

test.each<[string, () => unknown]>([
  ["a page", () => parseArticle({ format: "html", value: "<div>".repeat(700_000) })],
  ["Markdown of quotes", () => parseArticle({ format: "markdown", value: ">".repeat(3_900_000) })],
  ["Markdown of lists", () => parseArticle({ format: "markdown", value: "- ".repeat(100_000) })],
  [
    "Markdown of lists that are set in",
    () =>
      parseArticle({
        format: "markdown",
        value: Array.from({ length: 1200 }, (_, level) => `${" ".repeat(2 * level)}- x`).join("\n"),
      }),
  ],
  ["a feed", () => readList(`<rss>${"<item>".repeat(600_000)}`)],
  ["a sitemap", () => readList(`<urlset>${"<url>".repeat(700_000)}`)],
])("%s of very many levels is refused at once", (_, read) => {
  expect(read()).toMatchObject({ ok: false });
  // It took 16 seconds when all of it was built first.
});

test("a page that is nested too deeply is described by what is known without parsing it", async () => {
  const bytes = new TextEncoder().encode(`<html><body>${"<div>".repeat(300_000)}`);
  expect(await readSource({ name: "a.html", bytes })).toMatchObject({ title: null, text: "" });
});
