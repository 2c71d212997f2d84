import { parseFeed } from "feedsmith";
import { DOMParser } from "linkedom";
import { err, ok, type Result } from "@/lib/result";
import { exceedsMaxDepth } from "./nesting";

/** A feed or a sitemap: addresses to choose from. */
export interface ArticleList {
  title: string | null;
  entries: ListEntry[];
}

export interface ListEntry {
  /** http or https. */
  address: string;
  title: string | null;
  /** ISO 8601 day. */
  publishedOn: string | null;
}

const NO_ARTICLES = "This feed or sitemap contains no articles. Enter the address of an article.";

/** More than anyone would choose from. */
const MAX_ENTRIES = 1000;

/** Whether a text is a feed or a sitemap, judging by its beginning. */
export function isList(text: string): boolean {
  const head = text.slice(0, 2000);
  return (
    /^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*|<\?[^>]*\?>\s*|<!DOCTYPE[^[>]*>\s*)*<(rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]/i.test(
      head,
    ) || /^\s*\{[\s\S]*"https?:\/\/jsonfeed\.org\/version/.test(head)
  );
}

/** Reads the addresses from a feed (RSS, Atom, RDF, JSON Feed) or a sitemap (sitemaps.org, with news extensions). */
export function readList(text: string, base?: string): Result<ArticleList, { message: string }> {
  if (!text.trimStart().startsWith("{") && exceedsMaxDepth(text, { xml: true }))
    return err({ message: NO_ARTICLES });
  let list: ArticleList;
  try {
    list = /<(urlset|sitemapindex)[\s>]/i.test(text.slice(0, 5000)) ? readSitemap(text) : readFeed(text);
  } catch (cause) {
    console.warn("a feed could not be read:", cause instanceof Error ? cause.message : cause);
    return err({ message: NO_ARTICLES });
  }
  const seen = new Set<string>();
  const entries = list.entries.flatMap((entry) => {
    const address =
      entry.address && URL.canParse(entry.address, base) ? new URL(entry.address, base).href : "";
    if (!/^https?:\/\//.test(address) || seen.has(address)) return [];
    seen.add(address);
    return [{ ...entry, address }];
  });
  if (entries.length === 0) return err({ message: NO_ARTICLES });
  return ok({ title: list.title, entries: entries.slice(0, MAX_ENTRIES) });
}

function readFeed(text: string): ArticleList {
  const { format, feed } = parseFeed(text);
  switch (format) {
    case "rss":
      return {
        title: plainTitle(feed.title),
        entries: (feed.items ?? []).map((item) => ({
          address: item.link ?? (item.guid?.isPermaLink === false ? "" : (item.guid?.value ?? "")),
          title: plainTitle(item.title),
          publishedOn: dayOf(item.pubDate ?? item.dc?.dates?.[0]),
        })),
      };
    case "rdf":
      return {
        title: plainTitle(feed.title),
        entries: (feed.items ?? []).map((item) => ({
          address: item.link ?? "",
          title: plainTitle(item.title),
          publishedOn: dayOf(item.dc?.dates?.[0]),
        })),
      };
    case "atom":
      return {
        title: plainTitle(feed.title?.value),
        entries: (feed.entries ?? []).map((entry) => ({
          address:
            (entry.links?.find((link) => !link.rel || link.rel === "alternate") ?? entry.links?.[0])?.href ??
            "",
          title: plainTitle(entry.title?.value),
          publishedOn: dayOf(entry.published ?? entry.updated),
        })),
      };
    case "json":
      return {
        title: plainTitle(feed.title),
        entries: (feed.items ?? []).map((item) => ({
          address: item.url ?? item.external_url ?? "",
          title: plainTitle(item.title),
          publishedOn: dayOf(item.date_published),
        })),
      };
  }
}

function readSitemap(text: string): ArticleList {
  const document = new DOMParser().parseFromString(text, "text/xml");
  const own = (parent: Element, ...names: string[]) =>
    [...parent.querySelectorAll("*")]
      .find((child) => names.includes(child.nodeName.toLowerCase()))
      ?.textContent?.trim();
  const locations = [...document.querySelectorAll("url, sitemap")];
  return {
    title: null,
    entries: locations.map((location) => ({
      address: own(location, "loc") ?? "",
      title: plainTitle(own(location, "news:title")),
      publishedOn: dayOf(own(location, "news:publication_date", "lastmod")),
    })),
  };
}

/** Strips markup, which feed titles sometimes contain. */
function plainTitle(title: string | undefined): string | null {
  return (
    title
      ?.replace(/<[^<>]*>/g, "")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 500) || null
  );
}

function dayOf(date: string | Date | undefined): string | null {
  if (!date) return null;
  const at = new Date(date);
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10);
}
