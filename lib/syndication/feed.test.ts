import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { defaultScale } from "@/lib/ratings/default-scale";
import { jsonFeedErrors, xmlErrors } from "@/lib/testing/feeds/schema-errors";
import { type FeedFormat, type FeedItem, type FeedSite, renderFeed } from "./feed";

const site: FeedSite = {
  publicUrl: "https://desk.example",
  name: "The Daily Check",
  licence: "https://spdx.org/licenses/CC-BY-4.0.html",
};

const item = (overrides: Partial<FeedItem> = {}): FeedItem => ({
  articleId: "0197b0c0-0000-7000-8000-000000000001",
  slug: "taxes",
  title: "Taxes",
  language: "en",
  finding: null,
  counts: [
    { ratingKey: "true", count: 1 },
    { ratingKey: "false", count: 2 },
  ],
  ratings: defaultScale.ratings,
  firstPublishedAt: "2026-01-03T04:05:06.000Z",
  publishedAt: "2026-02-03T04:05:06.000Z",
  ...overrides,
});

const ID = "urn:uuid:0197b0c0-0000-7000-8000-000000000001";
const ARTICLE = "https://desk.example/articles/taxes";
const SUMMARY =
  "We checked 3 claims in this article. 2 do not hold up: False (2). The other is rated True (1).";

describe("a feed is read back as it was", () => {
  test("RSS", () => {
    const feed = parseRssFeed(renderFeed("rss", [item()], site));
    expect(feed).toMatchObject({
      title: "Fact-checks by The Daily Check",
      link: "https://desk.example/",
      copyright: site.licence,
      atom: { links: [{ href: "https://desk.example/feed.xml", rel: "self" }] },
      items: [
        { title: "Taxes", link: ARTICLE, description: SUMMARY, guid: { value: ID, isPermaLink: false } },
      ],
    });
    expect(new Date(feed.items?.[0]?.pubDate ?? "").toISOString()).toBe("2026-01-03T04:05:06.000Z");
  });

  test("Atom", () => {
    expect(parseAtomFeed(renderFeed("atom", [item()], site))).toMatchObject({
      id: "https://desk.example/",
      title: { value: "Fact-checks by The Daily Check" },
      updated: "2026-02-03T04:05:06.000Z",
      authors: [{ name: "The Daily Check" }],
      rights: { value: site.licence },
      entries: [
        {
          id: ID,
          title: { value: "Taxes" },
          summary: { value: SUMMARY },
          links: [{ href: ARTICLE, hreflang: "en" }],
          published: "2026-01-03T04:05:06.000Z",
          updated: "2026-02-03T04:05:06.000Z",
        },
      ],
    });
  });

  test("JSON Feed", () => {
    const json: unknown = JSON.parse(renderFeed("json", [item()], site));
    expect(json).toMatchObject({ version: "https://jsonfeed.org/version/1.1" });
    expect(parseJsonFeed(json)).toMatchObject({
      feed_url: "https://desk.example/feed.json",
      items: [{ id: ID, url: ARTICLE, title: "Taxes", content_text: SUMMARY, language: "en" }],
    });
  });
});

const hostile = 'A ]]> & <script>alert("1")</script> \u0001\u000b\ufffe 😀';
/** What XML can hold of it. */
const holdable = 'A ]]> & <script>alert("1")</script>  😀';

test.each(["rss", "atom"] as const)("%s is well-formed, whatever a title or a finding contains", (format) => {
  const xml = renderFeed(format, [item({ title: hostile, finding: hostile, slug: "税/#" })], {
    ...site,
    name: hostile,
  });
  const { document } = new JSDOM(xml, { contentType: "application/xml" }).window;
  const entry = document.querySelector("item, entry");
  expect(entry?.querySelector("title")?.textContent?.trim()).toBe(holdable);
  expect(entry?.querySelector("description, summary")?.textContent?.trim()).toBe(holdable);
  expect(xml).toContain("https://desk.example/articles/%E7%A8%8E%2F%23");
});

test.each(["rss", "atom", "json"] as const)("%s without a fact-check is a feed", (format) => {
  const text = renderFeed(format, [], { ...site, licence: null });
  const feed =
    format === "rss"
      ? parseRssFeed(text)
      : format === "atom"
        ? parseAtomFeed(text)
        : parseJsonFeed(JSON.parse(text));
  expect(feed.title).toBeDefined();
});

test.each([
  ["as an editor wrote it", { finding: "They fell.", language: "pl" }, "They fell.", "pl"],
  ["from the counts, in a language that the product speaks", { language: "pl" }, SUMMARY, "en"],
])("the summary is %s", (_, overrides, summary, language) => {
  const feed = JSON.parse(renderFeed("json", [item(overrides)], site));
  expect(feed.items).toMatchObject([{ content_text: summary, language }]);
});

/** What a feed breaks of the schema of its format. */
const errorsOf = (format: FeedFormat, text: string) =>
  format === "json" ? jsonFeedErrors(JSON.parse(text)) : xmlErrors(format, text);

describe.each(["rss", "atom", "json"] as const)("%s by its schema", (format) => {
  test.each<[string, FeedItem[], Partial<FeedSite>]>([
    ["some fact-checks", [item(), item({ articleId: "0197b0c0-0000-7000-8000-000000000002" })], {}],
    ["none, and no licence", [], { licence: null }],
    [
      "whatever a title, a finding or a name contains",
      [item({ title: hostile, finding: hostile, slug: "税/#" })],
      { name: hostile },
    ],
    ["a title without a character that XML can hold", [item({ title: "\u0001" })], {}],
    ["other languages", [item({ language: "zh-Hant-TW", finding: "他們沒有。" })], { language: "ar" }],
    ["a finding without words", [item({ finding: "" })], {}],
  ])("%s", (_, items, its) => {
    expect(errorsOf(format, renderFeed(format, items, { ...site, ...its }))).toEqual([]);
  });
});

test.each<[FeedFormat, string, string]>([
  ["rss", "<title>Taxes</title>", ""],
  ["rss", "<pubDate>", "<pubDate>3 January "],
  ["rss", 'version="2.0"', 'version="0.92"'],
  ["rss", "<channel>", "<channel><tilte>x</tilte>"],
  ["atom", `<id>${ID}</id>`, ""],
  ["atom", "<published>2026-01-03T", "<published>3 January "],
  ["atom", "<entry>", "<entry><updated>2026-01-03T04:05:06Z</updated>"],
  ["json", '"version": "https://jsonfeed.org/version/1.1"', '"version": "1"'],
  ["json", '"content_text"', '"content"'],
  ["json", '"date_published": "2026', '"date_published": "on 2026'],
])("the schema of %s refuses a feed with %j as %j", (format, part, changed) => {
  const feed = renderFeed(format, [item()], site);
  expect(feed).toContain(part);
  expect(errorsOf(format, feed.replace(part, changed))).not.toEqual([]);
});
