/** What a page says about its article, as far as it says it. */
export interface ArticleMetadata {
  title?: string;
  byline?: string;
  publisher?: string;
  /** ISO 8601 day. */
  publishedAt?: string;
  /** BCP 47. */
  language?: string;
}

/** Reads the title, byline, publisher, date and language out of a page's head: Open Graph and the usual meta names. */
export function readMetadata(document: Document): ArticleMetadata {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const found = document
        .querySelector(`meta[property="${name}"],meta[name="${name}"]`)
        ?.getAttribute("content")
        ?.trim();
      if (found) return found;
    }
    return undefined;
  };
  const date = meta("article:published_time", "date", "dc.date", "DC.date.issued")?.match(
    /^\d{4}-\d{2}-\d{2}/,
  )?.[0];
  const author = meta("author", "article:author", "dc.creator");
  const found: Record<keyof ArticleMetadata, string | undefined> = {
    title:
      meta("og:title", "dc.title") ??
      textOf(document.querySelector("title")) ??
      textOf(document.querySelector("h1")),
    byline: author && !/^https?:/.test(author) ? author : undefined,
    publisher: meta("og:site_name", "dc.publisher"),
    publishedAt: date,
    language: document.documentElement?.getAttribute("lang")?.trim() || undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function textOf(element: Element | null): string | undefined {
  return element?.textContent?.replace(/\s+/g, " ").trim() || undefined;
}
