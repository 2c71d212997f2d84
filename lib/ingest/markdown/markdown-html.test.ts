import { expect, test } from "vitest";
import { parseArticle } from "../parse-article";
import { hasTooManyLinks, MAX_LINKS, markdownHtml } from "./markdown-html";

test.each([
  ["a link", "[a](https://example.org)", '<p><a href="https://example.org">a</a></p>\n'],
  ["a picture", "![a](https://example.org/a.png)", '<p><img src="https://example.org/a.png" alt="a"></p>\n'],
  ["links without a space", "[a](b)[c](d)", '<p><a href="b">a</a><a href="d">c</a></p>\n'],
  [
    "a link in a long paragraph",
    `${"word ".repeat(5000)}[a](b)`,
    `<p>${"word ".repeat(5000)}<a href="b">a</a></p>\n`,
  ],
  [
    "an address of 8,000 characters",
    `[a](https://example.org/${"b".repeat(8000)})`,
    `<p><a href="https://example.org/${"b".repeat(8000)}">a</a></p>\n`,
  ],
])("%s is read", (_, value, expected) => {
  expect(markdownHtml(value)).toBe(expected);
});

test.each([
  ["as many links as are read", MAX_LINKS, false],
  ["one more", MAX_LINKS + 1, true],
])("%s", (_, links, expected) => {
  expect(hasTooManyLinks("[a](b) ".repeat(links))).toBe(expected);
});

test("a text with too many links is refused before it is read", () => {
  expect(parseArticle({ format: "markdown", value: "[a](b)".repeat(MAX_LINKS + 1) })).toEqual({
    ok: false,
    error: {
      message:
        "The Markdown has more than 20,000 links and pictures. Import it in parts, or paste it as plain text.",
    },
  });
});
