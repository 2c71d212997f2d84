// @vitest-environment jsdom
import { expect, test } from "vitest";
import { rangeOf, readPageText } from "./page-text";

function rootOf(html: string): Element {
  document.body.innerHTML = html;
  return document.body;
}

test.each([
  ["lines of text", "<p>One <b>two</b>three</p><p>four</p>", "One twothree\nfour"],
  ["blocks inside blocks", "<div>a<div>b</div>c</div>", "a\nb\nc"],
  ["line breaks", "a<br>b", "a\nb"],
  ["cells", "<table><tr><td>1</td><td>2</td></tr></table>", "1\n2"],
  ["raised figures", "4.1×10<sup>9</sup> and H<sub>2</sub>O", "4.1×10⁹ and H₂O"],
  ["raised words", "the 5<sup>th</sup>", "the 5th"],
  ["nothing of scripts and what is hidden", "<script>x</script><p hidden>y</p><style>z</style>w", "w"],
])("reads %s", (_, html, text) => {
  expect(readPageText(rootOf(html)).text).toBe(text);
});

test("a part of the text is the same part of the page", () => {
  const page = readPageText(rootOf("<p>One <b>two</b> three</p><p>four</p>"));
  const at = page.text.indexOf("two three");
  expect(rangeOf(page, at, at + 9).toString()).toBe("two three");
  const over = page.text.indexOf("three\nfo");
  expect(rangeOf(page, over, over + 8).toString()).toBe("threefo");
});
