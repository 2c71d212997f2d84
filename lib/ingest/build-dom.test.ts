import { expect, test } from "vitest";
import { buildDom } from "./build-dom";

function dom(markup: string): Document {
  const built = buildDom(markup);
  if (!built.ok) throw new Error(built.error);
  return built.value;
}

// What stands on the right is what browsers make of it, by the HTML standard.
test.each<[string, string, string]>([
  ["tags that cross each other", "<p><b>a<i>b</b>c</i>d", "<p><b>a<i>b</i></b><i>c</i>d</p>"],
  ["formatting that goes on", "<p><b>a<p>b</b>c", "<p><b>a</b></p><p><b>b</b>c</p>"],
  [
    "text in a table and in no cell",
    "<table>a<tr><td>b</table>",
    "a<table><tbody><tr><td>b</td></tr></tbody></table>",
  ],
  [
    "a table whose end tags are left out",
    "<table><tr><td>a<td>b<tr><td>c</table>d",
    "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>d",
  ],
  ["an end tag alone", "a</p>b</br>c</div>d", "a<p></p>b<br>cd"],
  ["a link in a link", "<a href=x>a<a href=y>b</a>c", '<a href="x">a</a><a href="y">b</a>c'],
  ["an attribute twice", "<p id=a ID=b>x", '<p id="a">x</p>'],
  ["comments in odd forms", "a<!-->b<!--x--!>c<?d?>e<!f>g", "a<!---->b<!--x-->c<!--?d?-->e<!--f-->g"],
  ["references without their end", "&ampx &copy2 &notit; &#128; &#xD800;", "&amp;x ©2 ¬it; € \ufffd"],
  ["a paragraph that a block ends", "<p>a<div>b</div>c", "<p>a</p><div>b</div>c"],
  ["what stands behind the end", "a</body></html><p>b", "a<p>b</p>"],
  ["what is there without scripts", "<noscript><p>a</p></noscript>", "<noscript><p>a</p></noscript>"],
  ["old text as it was typed", "<xmp><b>a</xmp>b", "<xmp><b>a</xmp>b"],
  ["a heading that another ends", "<h2>a<h3>b</h2>c", "<h2>a</h2><h3>b</h3>c"],
])("%s", (_, markup, inside) => {
  const { body } = dom(`<!doctype html><body>${markup}`);
  expect(body.innerHTML).toBe(inside);
  // Readability writes a page and reads it again.
  body.innerHTML = inside;
  expect(body.innerHTML).toBe(inside);
});

test("tags that may be left out are there", () => {
  const { head, body, title, documentElement } = dom("<title> One\n two </title><p>a");
  expect([...documentElement.children]).toEqual([head, body]);
  expect([title, body.textContent]).toEqual(["One two", "a"]);
});

test("names are as in browsers", () => {
  const { body } = dom("<P>a<svg><title>b</title><linearGradient/></svg><math><mi>c</mi></math>");
  expect([...body.querySelectorAll("*")].map(({ tagName }) => tagName)).toEqual([
    "P",
    "svg",
    "title",
    "linearGradient",
    "math",
    "mi",
  ]);
  body.append(body.ownerDocument.createElement("DIV"));
  expect(body.querySelector("div")?.tagName).toBe("DIV");
});

test.each([
  ["display: none", "none", ""],
  ["DISPLAY:NONE !important; display: block", "none", ""],
  ["color: red; visibility : hidden;", "", "hidden"],
  ["/* display:none */ visibility: visible", "", "visible"],
  ["background: url(a;b", "", ""],
])("style: %s", (style, display, visibility) => {
  const found = dom(`<p style="${style}">a`).querySelector("p")?.style;
  expect([found?.display, found?.visibility]).toEqual([display, visibility]);
});

test.each([
  ["elements within each other", "<div>".repeat(10_000), "too-deep"],
  ["formatting within each other", "<b>".repeat(10_000), "too-deep"],
  [
    "formatting that every paragraph reopens",
    `<p>${Array.from({ length: 300 }, (_, n) => `<font size=${n}>`).join("")}</p>${"<p>x".repeat(100_000)}`,
    "too-many-elements",
  ],
] as const)("%s: nothing is built", (_, markup, error) => {
  const built = buildDom(markup);
  expect(built.ok ? "built" : built.error).toBe(error);
});

test("unclosed links do not count as nesting", () => {
  expect(buildDom("<a name=x>One ".repeat(1000)).ok).toBe(true);
});
