import { expect, test } from "vitest";
import { normaliseUrl } from "./normalise-url";

test.each([
  ["https://www.example.org/a/", "example.org/a"],
  ["http://EXAMPLE.org:80/a#part", "example.org/a"],
  ["https://example.org/a?b=2&a=1&utm_source=x", "example.org/a?a=1&b=2"],
  [" https://example.org ", "example.org"],
  ["https://example.org/A", "example.org/A"],
])("%s → %s", (url, key) => {
  expect(normaliseUrl(url)).toEqual({ ok: true, value: key });
});

test.each(["javascript:alert(1)", "ftp://example.org", "example", ""])("%s is refused", (url) => {
  expect(normaliseUrl(url).ok).toBe(false);
});
