import { expect, test } from "vitest";
import { normaliseUrl } from "./normalise-url";

test.each([
  ["https://www.example.org/a/", "example.org/a"],
  ["http://EXAMPLE.org:80/a#part", "example.org/a"],
  ["https://example.org/a?b=2&a=1&utm_source=x", "example.org/a?a=1&b=2"],
  [" https://example.org ", "example.org"],
  ["https://example.org/A", "example.org/A"],
  ["http://example.org:443/a", "example.org/a"],
  ["https://example.org:8443/a", "example.org:8443/a"],
  ["https://example.org./a", "example.org/a"],
  ["https://example.org/%7Eann/%c3%a9", "example.org/~ann/%C3%A9"],
  ["https://MÜNCHEN.example/a", "xn--mnchen-3ya.example/a"],
  ["https://m.example.org/a", "example.org/a"],
  ["https://de.m.wikipedia.org/wiki/Obelus", "de.wikipedia.org/wiki/Obelus"],
  ["https://example.org/2024/trade-rose/amp/", "example.org/2024/trade-rose"],
  ["https://example.org/products/amp", "example.org/products/amp"],
  ["https://example.org/a?amp=1&outputType=amp", "example.org/a"],
  ["https://www.google.com/amp/s/www.example.org/a?b=1", "example.org/a?b=1"],
  ["https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a", "example.org/a"],
  [
    "https://example.org/a?gbraid=1&mkt_tok=2&srsltid=3&at_medium=x&CMP=share&ref=kept",
    "example.org/a?ref=kept",
  ],
  ["https://example.org/a;jsessionid=0A1B?b=1", "example.org/a?b=1"],
  ["https://example.org/a#:~:text=Trade", "example.org/a"],
  ["https://example.org/#/reports/1", "example.org#/reports/1"],
  ["https://example.org/#!/reports/2", "example.org#!/reports/2"],
  ["https://youtu.be/a-b_1?si=x", "youtube.com/watch?v=a-b_1"],
  ["https://m.youtube.com/watch?t=10&v=a-b_1&feature=share", "youtube.com/watch?v=a-b_1"],
  ["https://twitter.com/ann/status/1?s=20&t=x", "x.com/ann/status/1"],
  ["http://dx.doi.org/10.1000/ABC", "doi.org/10.1000/abc"],
  ["https://www.doi.org/10.1000%2Fabc", "doi.org/10.1000/abc"],
  [
    "https://web.archive.org/web/2024/https://example.org/a",
    "web.archive.org/web/2024/https://example.org/a",
  ],
])("%s → %s", (url, key) => {
  expect(normaliseUrl(url)).toEqual({ ok: true, value: key });
});

test.each(["javascript:alert(1)", "ftp://example.org", "example", ""])("%s is invalid", (url) => {
  expect(normaliseUrl(url).ok).toBe(false);
});
