import { escapeXml } from "./xml-text";

/** A public page. */
export interface SitemapEntry {
  url: string;
  /** ISO 8601 instant of its last change; null if it is not known. */
  changedAt: string | null;
}

/** Source: https://www.sitemaps.org/protocol.html */
const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Addresses in one sitemap at most; the protocol allows 50,000. */
export const MAX_SITEMAP_URLS = 45_000;

/** A sitemap of pages. */
export function renderSitemap(entries: readonly SitemapEntry[]): string {
  return render("urlset", "url", entries);
}

/** A sitemap of sitemaps. */
export function renderSitemapIndex(entries: readonly SitemapEntry[]): string {
  return render("sitemapindex", "sitemap", entries);
}

function render(root: string, element: string, entries: readonly SitemapEntry[]): string {
  const lines = entries.map(({ url, changedAt }) => {
    const changed = changedAt === null ? "" : `<lastmod>${escapeXml(changedAt)}</lastmod>`;
    return `<${element}><loc>${escapeXml(url)}</loc>${changed}</${element}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${lines.join("")}</${root}>\n`;
}

/** What was published on one day, in UTC. */
export interface PublishedDay {
  /** ISO 8601: "2026-11-30". */
  day: string;
  /** Pages of its articles and their claims. */
  urls: number;
  /** ISO 8601 instant of the last publication. */
  changedAt: string;
}

/** A part of the sitemap: a month, or a day of a month with too many pages for one part. */
export interface SitemapPart {
  /** "2026-11" or "2026-11-30". */
  period: string;
  changedAt: string;
}

/** Divides what is published into sitemaps. @param days newest first */
export function sitemapParts(days: readonly PublishedDay[]): SitemapPart[] {
  const months = new Map<string, PublishedDay[]>();
  for (const each of days) {
    const month = each.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), each]);
  }
  return [...months].flatMap(([month, its]) => {
    const urls = its.reduce((sum, each) => sum + each.urls, 0);
    if (urls > MAX_SITEMAP_URLS) return its.map(({ day, changedAt }) => ({ period: day, changedAt }));
    return [
      {
        period: month,
        changedAt:
          its
            .map(({ changedAt }) => changedAt)
            .sort()
            .at(-1) ?? "",
      },
    ];
  });
}
