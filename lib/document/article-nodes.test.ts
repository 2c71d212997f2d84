import { DOMParser, DOMSerializer } from "@tiptap/pm/model";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { doc, figure, h, p, table } from "@/lib/testing/builders";
import { isAllowedImage, MAX_SPAN, spanIn } from "./article-nodes";
import type { DocumentNode } from "./document";
import { articleSchema } from "./schema";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

function elementOf(markup: string): HTMLElement {
  const element = document.createElement("div");
  element.innerHTML = markup;
  return element;
}

/** The blocks that HTML is read as. */
function blocksOf(markup: string): DocumentNode[] {
  return DOMParser.fromSchema(articleSchema).parse(elementOf(markup)).toJSON().content;
}

/** The HTML that the editor shows for blocks. */
function htmlOf(...blocks: DocumentNode[]): string {
  const element = document.createElement("div");
  const { content } = doc(...blocks);
  element.append(DOMSerializer.fromSchema(articleSchema).serializeFragment(content, { document }));
  return element.innerHTML;
}

test.each<[unknown, boolean]>([
  ["https://example.org/a.png", true],
  ["http://example.org/a.png", true],
  ["HTTPS://example.org/a.png", true],
  ["/a.png", false],
  ["//example.org/a.png", false],
  ["data:image/png;base64,AA", false],
  ["ftp://example.org/http://example.org", false],
  ["https://", false],
  ["https:example.org", false],
  [null, false],
  [["https://example.org/a.png"], false],
])("an image can have the address %j: %s", (src, expected) => {
  expect(isAllowedImage(src)).toBe(expected);
});

describe("a cell spans", () => {
  test.each<[string, string, number]>([
    ["one column by default", "<td>", 1],
    ["as many as it says", `<td colspan="3">`, 3],
    ["at least one", `<td colspan="0">`, 1],
    ["at least one, even if it says less", `<td colspan="-2">`, 1],
    ["100 columns", `<td colspan="100">`, MAX_SPAN],
    ["at most 100", `<td colspan="101">`, MAX_SPAN],
    ["one if it says no number", `<td colspan="wide">`, 1],
  ])("%s: %s is %i", (_, cell, expected) => {
    const element = elementOf(`<table><tr>${cell}x</td></tr></table>`).querySelector("td") as Element;
    expect(spanIn(element, "colspan")).toBe(expected);
    expect(spanIn(element, "rowspan")).toBe(1);
  });

  test("the columns and rows of the HTML, and is shown with them", () => {
    const markup = `<table><tr><th colspan="2"><p>a</p></th><td rowspan="3"><p>b</p></td></tr></table>`;
    const blocks = blocksOf(markup);
    expect(blocks[0]?.content?.[0]?.content?.map(({ type, attrs }) => [type, attrs])).toEqual([
      ["tableHeader", { colspan: 2, rowspan: 1 }],
      ["tableCell", { colspan: 1, rowspan: 3 }],
    ]);
    expect(htmlOf(...blocks)).toContain(`<th colspan="2"><p>a</p></th><td rowspan="3"><p>b</p></td>`);
  });
});

test("a table can scroll in its frame, and its cells show only spans beyond one", () => {
  expect(htmlOf(table(["a"], ["b"]))).toBe(
    `<div class="table"><table><tbody><tr><th><p>a</p></th></tr><tr><td><p>b</p></td></tr></tbody></table></div>`,
  );
});

describe("a picture", () => {
  test.each<[string, unknown, unknown, string]>([
    [
      "its description and its host",
      "https://img.example.org/a.png",
      "A port",
      "Picture: A port · img.example.org",
    ],
    ["its host if it has no description", "https://img.example.org/a.png", "", "Picture · img.example.org"],
    ["its description if its address is not allowed", "data:image/png,x", "A port", "Picture: A port"],
    ["only that it is one", null, null, "Picture"],
  ])("is not fetched: the desk shows %s", (_, src, alt, expected) => {
    const html = htmlOf({ type: "image", attrs: { src, alt } });
    const shown = elementOf(html).firstElementChild;
    expect(shown?.tagName).toBe("DIV");
    expect(shown?.getAttribute("role")).toBe("img");
    expect(shown?.getAttribute("aria-label")).toBe(expected);
    expect(shown?.getAttribute("data-words")).toBe(expected);
    expect(html).not.toContain("src=");
  });

  test("is read with its caption", () => {
    const blocks = blocksOf(
      `<figure><img src="https://example.org/a.png" alt="A port"><figcaption>The port</figcaption></figure>`,
    );
    expect(doc(...blocks).eq(doc(figure("https://example.org/a.png", "A port", "The port")))).toBe(true);
    expect(htmlOf(...blocks)).toMatch(/^<figure><div .*<\/div><figcaption>The port<\/figcaption><\/figure>$/);
  });

  test.each([`<img src="data:image/png,x">`, `<img src="/a.png">`, "<img>"])("is left out: %s", (markup) => {
    expect(blocksOf(`<p>One</p>${markup}<p>Two</p>`)).toEqual(doc(p("One"), p("Two")).toJSON().content);
  });
});

test.each<[string, string, "ltr" | "rtl" | null]>([
  ["from right to left", `<p dir="rtl">x</p>`, "rtl"],
  ["from left to right, in capitals", `<p dir="LTR">x</p>`, "ltr"],
  ["in the direction of the article", "<p>x</p>", null],
  ["in the direction of the article if the browser would choose", `<p dir="auto">x</p>`, null],
])("a paragraph is written %s", (_, markup, dir) => {
  const blocks = blocksOf(markup);
  expect(blocks[0]?.attrs?.dir).toBe(dir);
  expect(htmlOf(...blocks)).toBe(dir ? `<p dir="${dir}">x</p>` : "<p>x</p>");
});

test("a heading has its own direction too", () => {
  expect(htmlOf({ ...h(2, "x"), attrs: { level: 2, dir: "rtl" } })).toBe(`<h2 dir="rtl">x</h2>`);
});

test("a link of a page keeps an allowed address, and loses any other with its words left in place", () => {
  const marksOf = (href: string) => blocksOf(`<p><a href="${href}">x</a></p>`)[0]?.content?.[0]?.marks ?? [];
  expect(marksOf("https://example.org").map(({ attrs }) => attrs?.href)).toEqual(["https://example.org"]);
  expect(marksOf("javascript:alert(1)")).toEqual([]);
});
