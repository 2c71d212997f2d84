import { expect, test } from "vitest";
import { isList, readList } from "./read-list";

/** "address | title | day" of each entry, or the message that refuses. */
function outcome(text: string): string[] | string {
  if (!isList(text)) return "no list";
  const list = readList(text, "https://example.org/feeds/");
  return list.ok
    ? list.value.entries.map(({ address, title, publishedOn }) =>
        [address, title ?? "", publishedOn ?? ""].join(" | "),
      )
    : `✗ ${list.error.message}`;
}

const entities = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
  "",
);

test.each<[string, string, string[] | string | RegExp]>([
  [
    "RSS, with a relative address, one twice, and one that is no page",
    `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>One &amp; <![CDATA[<b>two</b>]]></title><link>/1</link><pubDate>Fri, 17 May 2024 10:00:00 GMT</pubDate></item><item><guid>https://example.org/2</guid></item><item><link>https://example.org/2</link></item><item><link>javascript:alert(1)</link></item></channel></rss>`,
    ["https://example.org/1 | One & two | 2024-05-17", "https://example.org/2 |  | "],
  ],
  [
    "Atom",
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><link rel="self" href="https://e.org/self"/><link href="https://e.org/a"/><updated>2024-05-17T10:00:00Z</updated></entry></feed>`,
    ["https://e.org/a | A | 2024-05-17"],
  ],
  [
    "JSON Feed",
    `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"https://e.org/j","title":"J"}]}`,
    ["https://e.org/j | J | "],
  ],
  [
    "a sitemap with news",
    `<?xml version="1.0"?><!-- made --><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://e.org/n?a=1&amp;b=2</loc><news:news><news:publication_date>2024-05-17</news:publication_date><news:title>N</news:title></news:news></url></urlset>`,
    ["https://e.org/n?a=1&b=2 | N | 2024-05-17"],
  ],
  [
    "a list of sitemaps",
    `<sitemapindex><sitemap><loc>https://e.org/one.xml</loc></sitemap></sitemapindex>`,
    ["https://e.org/one.xml |  | "],
  ],
  ["a feed without entries", `<rss version="2.0"><channel></channel></rss>`, /^✗ .*contains no articles/],
  ["a page", `<!doctype html><html><body>rss</body></html>`, "no list"],
  [
    "entities that would grow without end",
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">${entities}]><rss version="2.0"><channel><item><title>&l30;</title><link>https://e.org/x</link></item></channel></rss>`,
    "no list",
  ],
])("%s", (_, text, expected) => {
  const got = outcome(text);
  if (expected instanceof RegExp) expect(got).toMatch(expected);
  else expect(got).toEqual(expected);
});
