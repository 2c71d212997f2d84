import { expect, test } from "vitest";
import { withFullAddresses, withLanguage, withNewWindows, withSafeLinks } from "./document-links";

const page = (body: string) => `<head><link href="/a.css"></head><body>${body}</body>`;

test.each([
  ["a page", '<a href="https://example.org/">a</a>', true],
  ["a page without encryption", '<a href="HTTP://example.org/">a</a>', true],
  ["a mail", '<a href="mailto:ida@example.org">a</a>', true],
  ["a place in the document", '<a href="#claim-1">a</a>', true],
  ["another document", '<a href="/articles/taxes">a</a>', true],
  ["a script", '<a href="javascript:alert(1)//https://example.org/">a</a>', false],
  ["a script after a space", '<a href=" javascript:alert(1)">a</a>', false],
  ["data", '<a href="data:text/html,x">a</a>', false],
  ["nothing", '<a href="">a</a>', false],
])("a link to %s", (_, link, isKept) => {
  expect(withSafeLinks(page(link))).toBe(page(isKept ? link : "<a>a</a>"));
});

test.each([
  ['<a href="/articles/taxes">', '<a href="https://desk.example/articles/taxes">'],
  ['<img src="/logo" alt="">', '<img src="https://desk.example/logo" alt="">'],
  ['<a href="//other.example/">', '<a href="//other.example/">'],
  ['<a href="#claim-1">', '<a href="#claim-1">'],
  ["<p> href=&quot;/x&quot;</p>", "<p> href=&quot;/x&quot;</p>"],
])("the complete address of %s", (link, complete) => {
  expect(withFullAddresses(page(link), "https://desk.example")).toBe(page(complete));
});

test.each([
  ['<a class="x" href="https://a.example/">', '<a target="_blank" class="x" href="https://a.example/">'],
  ['<a href="#claim-1">', '<a href="#claim-1">'],
  ["<article>", "<article>"],
])("the window of %s", (link, expected) => {
  expect(withNewWindows(page(link))).toBe(page(expected));
});

test.each([
  ["/", "/?lang=ar"],
  ["/?after=x", "/?after=x&amp;lang=ar"],
  ["/corrections", "/corrections?lang=ar"],
  ["/articles/taxes#claim-1", "/articles/taxes?lang=ar#claim-1"],
  ["/articles/taxes/report.pdf", "/articles/taxes/report.pdf?lang=ar"],
  ["https://desk.example/articles/taxes", "https://desk.example/articles/taxes?lang=ar"],
  // The menu of languages.
  ["/articles/taxes?lang=es", "/articles/taxes?lang=es"],
  ["/?after=x&amp;lang=es", "/?after=x&amp;lang=es"],
  // What has one language, and what others have.
  ["/desk", "/desk"],
  ["/assets/a.css", "/assets/a.css"],
  ["#claim-1", "#claim-1"],
  ["https://desk.example.org/articles/taxes", "https://desk.example.org/articles/taxes"],
  ["mailto:ida@example.org", "mailto:ida@example.org"],
])("a link to %s in Arabic leads to %s", (href, expected) => {
  const link = (address: string) => page(`<a href="${address}">a</a>`);
  expect(withLanguage(link(href), "ar", "https://desk.example")).toBe(link(expected));
});
