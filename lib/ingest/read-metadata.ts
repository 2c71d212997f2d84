/** What a page says about its article, as far as it says it. */
export interface ArticleMetadata {
  title?: string;
  byline?: string;
  publisher?: string;
  /** As the page gives it; the first ten characters are an ISO 8601 day. */
  publishedAt?: string;
  /** BCP 47. */
  language?: string;
  /** The address that the page calls its own. */
  canonicalUrl?: string;
}

/** Reads the title, byline, publisher, date, language and address out of a page's head: Open Graph, the usual meta names, schema.org. */
export function readMetadata(document: Document): ArticleMetadata {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const found = document
        .querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`)
        ?.getAttribute("content")
        ?.trim();
      if (found) return found;
    }
    return undefined;
  };
  const date = [
    meta("article:published_time", "datePublished", "date", "dc.date", "DC.date.issued", "parsely-pub-date"),
    document.querySelector("article time[datetime], time[pubdate]")?.getAttribute("datetime"),
  ].find((given) => given && /^\d{4}-\d{2}-\d{2}/.test(given));
  const author = meta("author", "article:author", "dc.creator");
  const address =
    document.querySelector('link[rel="canonical"]')?.getAttribute("href")?.trim() ?? meta("og:url");
  const found: Record<keyof ArticleMetadata, string | undefined> = {
    title:
      meta("og:title", "dc.title") ??
      textOf(document.querySelector("title")) ??
      textOf(document.querySelector("h1")),
    byline: author && !/^https?:/.test(author) ? author : undefined,
    publisher: meta("og:site_name", "dc.publisher"),
    publishedAt: date ?? undefined,
    language: document.documentElement?.getAttribute("lang")?.trim() || undefined,
    canonicalUrl: address && /^https?:\/\//.test(address) ? address : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function textOf(element: Element | null): string | undefined {
  return element?.textContent?.replace(/\s+/g, " ").trim() || undefined;
}
