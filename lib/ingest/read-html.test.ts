import { expect, test, vi } from "vitest";
import type { ArticleFormat } from "./article-formats";
import { parseArticle } from "./parse-article";
import type { HtmlKind } from "./read-html";

vi.spyOn(console, "warn").mockImplementation(() => {});

function textOf(value: string, kind?: HtmlKind, format: ArticleFormat = "html"): string {
  const parsed = parseArticle({ format, value, kind });
  return parsed.ok ? parsed.value.text : `✗ ${parsed.error.message}`;
}

const PARAGRAPH =
  "Trade between the two countries rose to a record last year, as the ministry said on Friday, in a short statement, when nobody looked.";
const ARTICLE = `<article><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p></article>`;
const CHROME = `<div class="menu sidebar"><a href="/a">Sport</a> <a href="/b">Weather</a></div>`;
const ALONE = Array(3).fill(PARAGRAPH).join("\n");
const WHOLE = `Sport Weather\n${ALONE}`;

test.each<[string, string, HtmlKind | undefined, string]>([
  ["a page whose tags may be left out, given as one", `<title>T</title>${CHROME}${ARTICLE}`, "page", ALONE],
  [
    "the same, recognised by its doctype",
    `<!doctype html><title>T</title>${CHROME}${ARTICLE}`,
    undefined,
    ALONE,
  ],
  [
    "XHTML",
    `<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html><head><title>T</title></head><body>${CHROME}${ARTICLE}</body></html>`,
    undefined,
    ALONE,
  ],
  [
    "a page that names an office in its text",
    `<html><head><title>T</title></head><body>${CHROME}${ARTICLE}<!--StartFragment--></body></html>`,
    "page",
    ALONE,
  ],
  ["a passage", `${CHROME}${ARTICLE}`, undefined, WHOLE],
  [
    "what a browser puts on the clipboard",
    `<html><body><!--StartFragment-->${CHROME}${ARTICLE}<!--EndFragment--></body></html>`,
    undefined,
    WHOLE,
  ],
  [
    "the same on another system",
    `<meta http-equiv="content-type" content="text/html; charset=utf-8">${CHROME}${ARTICLE}`,
    undefined,
    WHOLE,
  ],
  [
    "what LibreOffice puts on the clipboard",
    `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 7.4 (Linux)"/></head><body>${CHROME}${ARTICLE}</body></html>`,
    undefined,
    WHOLE,
  ],
])("%s", (_, value, kind, text) => {
  expect(textOf(value, kind)).toBe(text);
});

test("a list that Word wrote stays one in a page", () => {
  const item = (words: string) =>
    `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>${words}</p>`;
  const parsed = parseArticle({
    format: "html",
    value: `<title>T</title><div><p>${PARAGRAPH}</p>${item(PARAGRAPH)}${item(PARAGRAPH)}<p>${PARAGRAPH}</p></div>`,
    kind: "page",
  });
  expect(parsed.ok && parsed.value.doc.content?.some(({ type }) => type === "bulletList")).toBe(true);
});

test("a link is made whole by what the page says is its base", () => {
  const value = `<base href="/news/"><p><a href="one">x</a>`;
  const parsed = parseArticle({ format: "html", value, address: "https://example.org/a/b" });
  expect(JSON.stringify(parsed.ok && parsed.value.doc)).toContain('"href":"https://example.org/news/one"');
});

// The words of a page and what separates them: "," where a block ends.
test.each([
  ["<span>foo</span><span>bar</span>", "foobar"],
  ["<div>a</div>b", "a,b"],
  ["<center>a</center><center>b</center>c", "a,b,c"],
  ["<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a,b,c,d"],
  ["<details><summary>a</summary>b</details>", "a,b"],
  ["<fieldset><legend>a</legend>b</fieldset>", "a,b"],
  ["<main>a</main><nav>menu</nav><main>b</main>", "a,b"],
  ["a<figure>b</figure>c", "a,b,c"],
  ["<blockquote>a<figcaption>b</figcaption></blockquote>", "a,b"],
  ["<figure>a<figcaption>b</figcaption><figcaption>c</figcaption></figure>", "a,b,c"],
  [
    "<figure><img src=https://x.org/a.png><figcaption><p>a</p>b</figcaption><figcaption>c</figcaption></figure>",
    "a,b,c",
  ],
  ["<table><tr><td><h2>a</h2><td>b</table>", "a,b"],
  ["<ul><li><h3>a</h3><p>b</p><li>c</ul>", "a,b,c"],
  ["<menu><li>a<li>b</menu>", "a,b"],
  ["<pre>a<br>b</pre>", "a,b"],
  ["<xmp><i>a</xmp>b", "<i>a,b"],
  ["<p>a <math><mi>x</mi><mo>=</mo><mn>2</mn></math> b", "a x=2 b"],
  ["a<svg><title>t</title><text>b</text></svg>", "a,b"],
  ["<dialog>a</dialog><dialog open>b</dialog>c", "b,c"],
  ["H<sub>2</sub>O <ruby>漢<rt>kan</rt></ruby>", "H₂O 漢"],
  ["<address>a</address><hgroup><h1>b</h1><p>c</hgroup>", "a,b,c"],
])("%s", (value, words) => {
  expect(textOf(value, "passage").replaceAll("\n", ",")).toBe(words);
});

test("what Google Docs puts around everything makes nothing bold", () => {
  const value = `<b style="font-weight:normal" id="docs-internal-guid-1"><p>One <span style="font-weight:700">two</span></p></b>`;
  const parsed = parseArticle({ format: "html", value });
  expect(parsed.ok && parsed.value.doc.content?.[0]?.content).toMatchObject([
    { text: "One " },
    { text: "two", marks: [{ type: "bold" }] },
  ]);
  expect(parsed.ok && parsed.value.doc.content?.[0]?.content?.[0]?.marks).toBeUndefined();
});
