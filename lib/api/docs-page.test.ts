import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { docsPage, type ShownDocument } from "./docs-page";
import { openApiDocument } from "./openapi";
import { OPERATIONS } from "./operations/all";

const source = openApiDocument() as ShownDocument;
const { document } = parseHTML(docsPage(source, OPERATIONS));

test.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
  "the page describes %s",
  (id, { method, path, summary, scope }) => {
    const section = document.getElementById(id)?.closest("section");
    expect(section?.textContent).toContain(`${method} ${path}`);
    expect(section?.textContent).toContain(`${summary}. Scope: ${scope}.`);
  },
);

test("each link leads to something on the page, or to the document", () => {
  const links = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
  const lost = links.filter((href) => !href.startsWith("/") && !document.getElementById(href.slice(1)));
  expect(lost).toEqual([]);
});

test("nothing is loaded from anywhere, and nothing runs", () => {
  expect(document.querySelectorAll("script, link, img, iframe, [src]")).toHaveLength(0);
});

test("text that looks like HTML stays text", () => {
  const [operation] = OPERATIONS;
  if (!operation) throw new Error("there are no operations");
  const hostile = {
    paths: {
      [operation.path]: { [operation.method.toLowerCase()]: { summary: "<img src=x>", description: '"&' } },
    },
  };
  expect(docsPage(hostile, [operation])).toContain("&lt;img src=x&gt;");
});
