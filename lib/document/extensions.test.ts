import { expect, test } from "vitest";
import { isAllowedHref } from "./extensions";

test.each<[string, unknown, boolean]>([
  ["a web page", "https://example.org/page#part", true],
  ["a page without encryption", "http://example.org", true],
  ["an email address", "mailto:desk@example.org", true],
  ["a protocol in capitals", "HTTPS://example.org", true],
  ["a script", "javascript:alert(1)", false],
  ["a script after a blank", " javascript:alert(1)", false],
  ["data", "data:text/html,x", false],
  ["a file transfer", "ftp://example.org/x", false],
  ["a relative address", "/page", false],
  ["an address without a protocol", "//example.org", false],
  ["no address", "", false],
  ["null", null, false],
  ["a list with an address", ["https://example.org"], false],
])("a link can have the address of %s: %j %s", (_, href, expected) => {
  expect(isAllowedHref(href)).toBe(expected);
});
