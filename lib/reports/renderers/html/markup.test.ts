import { expect, test } from "vitest";
import { html, link, Markup } from "./markup";

test.each<[string, Parameters<typeof link>[1], string]>([
  ["text", "a", "a"],
  ["text with markup signs", `<b> & "x" 'y'`, "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;"],
  ["markup", new Markup("<b>a</b>"), "<b>a</b>"],
  ["a number", 7, "7"],
  ["zero", 0, "0"],
  ["empty text", "", ""],
  ["null", null, ""],
  ["undefined", undefined, ""],
  ["false", false, ""],
  ["a list", ["<", new Markup("<br>"), [1, null]], "&lt;<br>1"],
])("%s in a template", (_, part, drawn) => {
  expect(html`<p>${part}</p>`.source).toBe(`<p>${drawn}</p>`);
});

test("parts keep their order", () => {
  expect(html`${1}, ${2}${3}!`.source).toBe("1, 23!");
});

const linked = (href: string) => `<a href="${href}" rel="noopener noreferrer nofollow">a</a>`;
test.each<[string | null | undefined, string]>([
  ["https://example.org/", linked("https://example.org/")],
  ["http://example.org/", linked("http://example.org/")],
  ["HTTPS://example.org/", linked("HTTPS://example.org/")],
  ["mailto:ida@example.org", linked("mailto:ida@example.org")],
  ['https://example.org/"x', linked("https://example.org/&quot;x")],
  ["javascript:alert(1)//https://example.org/", "a"],
  ["/page", "a"],
  ["", "a"],
  [null, "a"],
  [undefined, "a"],
])("a link to %s", (href, drawn) => {
  expect(link(href, "a").source).toBe(drawn);
});
