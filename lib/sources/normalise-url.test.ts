import fc from "fast-check";
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
  ["\u00a0https://example.org/a", "example.org/a"],
  ["https://example.org/a//", "example.org/a"],
  ["https://example.org/a//b", "example.org/a//b"],
  ["https://example.org:80/a", "example.org/a"],
  ["https://old-www.example.org/a", "old-www.example.org/a"],
  ["https://m.org/a", "m.org/a"],
  ["https://team.example.org/a", "team.example.org/a"],
  ["https://mobile.example.org/a", "example.org/a"],
  ["https://zh-yue.m.wikipedia.org/wiki/Obelus", "zh-yue.wikipedia.org/wiki/Obelus"],
  ["https://a.de.m.wikipedia.org/wiki/Obelus", "a.de.m.wikipedia.org/wiki/Obelus"],
  ["https://de.m.wikipedia.org.example/wiki", "de.m.wikipedia.org.example/wiki"],
  ["https://example.org/2024/rise.amp", "example.org/2024/rise"],
  ["https://example.org/2024/rise.amp.html", "example.org/2024/rise"],
  ["https://example.org/2024/amp/rise", "example.org/2024/amp/rise"],
  ["https://example.org/trade-rose/amp", "example.org/trade-rose"],
  ["https://google.co.uk/amp/example.org/a?b=1", "example.org/a?b=1"],
  ["https://www.google.com/amp/s/example.org/", "example.org"],
  ["https://www.google.com/amp/s/example/a", "google.com/amp/s/example/a"],
  ["https://www.google.com/amp/s/exa%20mple.org/a", "google.com/amp/s/exa%20mple.org/a"],
  ["https://www.google.com/x/amp/s/example.org/a", "google.com/x/amp/s/example.org/a"],
  ["https://notgoogle.com/amp/s/example.org/a", "notgoogle.com/amp/s/example.org/a"],
  ["https://google.com.example.org/amp/s/example.org/a", "google.com.example.org/amp/s/example.org/a"],
  ["https://example-org.cdn.ampproject.org/v/example.org/abc", "example.org/abc"],
  [
    "https://example-org.cdn.ampproject.org/i/s/example.org/a",
    "example-org.cdn.ampproject.org/i/s/example.org/a",
  ],
  [
    "https://example-org.cdn.ampproject.org/x/c/s/example.org/a",
    "example-org.cdn.ampproject.org/x/c/s/example.org/a",
  ],
  ["https://example-org.cdn.ampproject.org/c/s/example/a", "example-org.cdn.ampproject.org/c/s/example/a"],
  ["https://example.org/a;jsessionid=0A1B/b", "example.org/a/b"],
  ["https://example.org/%2D%5f%41%2f", "example.org/-_A%2F"],
  ["https://example.org/a#/", "example.org/a"],
  ["https://example.org/a#b#/c", "example.org/a"],
  ["https://youtu.be/", "youtu.be"],
  ["https://youtu.be/a/b", "youtu.be/a/b"],
  ["https://example.org/a?si=1&t=2", "example.org/a?si=1&t=2"],
  ["https://doi.org/about", "doi.org/about"],
  ["https://notdoi.org/10.1000/ABC", "notdoi.org/10.1000/ABC"],
  ["https://doi.org.example/10.1000/ABC", "doi.org.example/10.1000/ABC"],
])("%s → %s", (url, key) => {
  expect(normaliseUrl(url)).toEqual({ ok: true, value: key });
});

test.each([
  ["javascript:alert(1)", /Only http and https/],
  ["ftp://example.org", /Only http and https/],
  ["example", /not a web address/],
  ["", /not a web address/],
])("%s is invalid", (url, message) => {
  expect(normaliseUrl(url)).toMatchObject({ error: { message: expect.stringMatching(message) } });
});

test("two addresses of one page have the same key, whatever the order of their parameters", () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), word, (names, host) => {
      const address = (parameters: string[]) => `https://${host}.example/?${parameters.join("&")}`;
      const parameters = names.map((name) => `${name}=1`);
      expect(normaliseUrl(address(parameters.toReversed()))).toEqual(normaliseUrl(address(parameters)));
    }),
  );
});
