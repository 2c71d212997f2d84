import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import { articlePath } from "@/lib/article-path";
import type { Rating } from "@/lib/ratings/rating";
import { findingFromCounts, type RatingCount } from "@/lib/reports/finding-of";
import { translateRating } from "@/lib/reports/languages/translate-ratings";
import { shortDescription } from "@/lib/short-description";
import { spokenLanguage, words } from "@/lib/words/words";
import { writableInXml } from "./xml-text";

export type FeedFormat = "rss" | "atom" | "json";

/** Path and media type of each feed. */
export const FEEDS = {
  rss: { path: "/feed.xml", type: "application/rss+xml; charset=utf-8" },
  atom: { path: "/feed.atom", type: "application/atom+xml; charset=utf-8" },
  json: { path: "/feed.json", type: "application/feed+json; charset=utf-8" },
} as const satisfies Record<FeedFormat, { path: string; type: string }>;

/** A published fact-check. */
export interface FeedItem {
  articleId: string;
  slug: string;
  title: string;
  /** BCP 47, of the article. */
  language: string;
  /** The answer as an editor wrote it; null if it is made from the counts. */
  finding: string | null;
  counts: readonly RatingCount[];
  ratings: readonly Rating[];
  /** ISO 8601 instants of the first publication and of the current one. */
  firstPublishedAt: string;
  publishedAt: string;
}

/** Who publishes a feed. */
export interface FeedSite {
  /** Origin under which readers reach it, without a slash at the end. */
  publicUrl: string;
  /** Name of the newsroom, or of the product. */
  name: string;
  /** URL of the licence of the data; null if none is set. */
  licence: string | null;
  /** BCP 47, of the feed's own words: English by default. */
  language?: string;
}

/**
 * A feed of published fact-checks: RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1. An entry keeps its id through later publications.
 * @param items newest first
 */
export function renderFeed(format: FeedFormat, items: readonly FeedItem[], site: FeedSite): string {
  const feed = {
    ...site,
    name: writableInXml(site.name),
    title: feedTitle(site),
    description: words("reader", site.language)("front.description"),
  };
  const entries = items.map((item) => entryOf(item, site));
  switch (format) {
    case "rss":
      return renderRss(entries, feed);
    case "atom":
      return renderAtom(entries, feed);
    case "json":
      return renderJson(entries, feed);
  }
}

/** "Fact-checks by The Daily Check". */
export function feedTitle({ name, language }: Pick<FeedSite, "name" | "language">): string {
  return writableInXml(words("reader", language)("feed.title", { name }));
}

type Entry = ReturnType<typeof entryOf>;
type Feed = FeedSite & { title: string; description: string };

function entryOf(item: FeedItem, { publicUrl }: FeedSite) {
  const { articleId, title, language, finding, counts, firstPublishedAt, publishedAt } = item;
  const ratings = item.ratings.map((rating) => translateRating(rating, language));
  const url = `${publicUrl}${articlePath(item.slug)}`;
  return {
    id: `urn:uuid:${articleId}`,
    url,
    // Feeds need a title; a former article may have one of characters that XML can't hold.
    title: writableInXml(title).trim() || url,
    // The text that is made from counts is in a language that the product speaks.
    language: finding === null ? spokenLanguage(language) : language,
    summary: writableInXml(shortDescription(finding ?? findingFromCounts(counts, ratings, language))),
    first: new Date(firstPublishedAt),
    last: new Date(publishedAt),
  };
}

function renderRss(entries: readonly Entry[], { title, description, publicUrl, licence }: Feed): string {
  return generateRssFeed({
    title,
    description,
    link: `${publicUrl}/`,
    ...(licence && { copyright: licence }),
    ...(entries[0] && { lastBuildDate: entries[0].last }),
    atom: { links: [{ href: `${publicUrl}${FEEDS.rss.path}`, rel: "self", type: "application/rss+xml" }] },
    items: entries.map((entry) => ({
      title: entry.title,
      link: entry.url,
      description: entry.summary,
      guid: { value: entry.id, isPermaLink: false },
      pubDate: entry.first,
      atom: { updated: entry.last },
      dc: { languages: [entry.language] },
    })),
  });
}

function renderAtom(
  entries: readonly Entry[],
  { title, description, publicUrl, name, licence }: Feed,
): string {
  return generateAtomFeed({
    id: `${publicUrl}/`,
    title: { value: title },
    subtitle: { value: description },
    // A feed without entries has changed when the epoch began: the element is required.
    updated: entries[0]?.last ?? new Date(0),
    authors: [{ name, uri: `${publicUrl}/` }],
    ...(licence && { rights: { value: licence } }),
    links: [
      { href: `${publicUrl}${FEEDS.atom.path}`, rel: "self", type: "application/atom+xml" },
      { href: `${publicUrl}/`, rel: "alternate", type: "text/html" },
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      summary: { value: entry.summary, xml: { lang: entry.language } },
      links: [{ href: entry.url, rel: "alternate", type: "text/html", hreflang: entry.language }],
      published: entry.first,
      updated: entry.last,
    })),
  });
}

function renderJson(entries: readonly Entry[], { title, description, publicUrl, name }: Feed): string {
  const feed = generateJsonFeed({
    title,
    description,
    home_page_url: `${publicUrl}/`,
    feed_url: `${publicUrl}${FEEDS.json.path}`,
    authors: [{ name, url: `${publicUrl}/` }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_text: entry.summary,
      language: entry.language,
      date_published: entry.first,
      date_modified: entry.last,
    })),
  });
  // The generator leaves out an empty list, which is required.
  return JSON.stringify({ items: [], ...(feed as object) }, null, 2);
}
