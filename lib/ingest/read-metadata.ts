import { StructuredData, stringOf } from "./structured-data";

/** The metadata of an article's page. */
export interface ArticleMetadata {
  title?: string;
  byline?: string;
  publisher?: string;
  /** As in the page; the first ten characters are an ISO 8601 day. */
  publishedAt?: string;
  /** BCP 47. */
  language?: string;
  /** The page's canonical address. */
  canonicalUrl?: string;
}

/** Reads title, byline, publisher, date, language and address from a page: Open Graph, common meta tags, schema.org. */
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
  const item = (name: string) => {
    const element = document.querySelector(`[itemprop="${name}"]`);
    const named = element?.querySelector('[itemprop="name"]') ?? element;
    return named?.getAttribute("content") ?? named?.getAttribute("datetime") ?? textOf(named ?? null);
  };
  const data = new StructuredData(document);
  const work = data.find([/Article|BlogPosting|Report/]);
  const date = [
    meta("article:published_time", "datePublished", "date", "dc.date", "DC.date.issued", "parsely-pub-date"),
    stringOf(work?.datePublished),
    item("datePublished"),
    document.querySelector("article time[datetime], time[pubdate]")?.getAttribute("datetime"),
  ].find((value) => value && /^\d{4}-\d{2}-\d{2}/.test(value));
  const author = [
    meta("author", "article:author", "dc.creator"),
    data.names(work?.author).join(", "),
    item("author"),
  ].find((value) => value && !isAddress(value));
  const address =
    document.querySelector('link[rel="canonical"]')?.getAttribute("href")?.trim() ?? meta("og:url");
  const found: Record<keyof ArticleMetadata, string | undefined> = {
    title:
      meta("og:title", "dc.title") ??
      stringOf(work?.headline) ??
      (document.title || undefined) ??
      textOf(document.querySelector("h1")),
    byline: author && withoutDuplicateBy(author),
    publisher: meta("og:site_name", "dc.publisher") ?? data.names(work?.publisher)[0],
    publishedAt: date ?? undefined,
    language: languageOf(document) ?? stringOf(work?.inLanguage) ?? undefined,
    canonicalUrl: address && /^https?:\/\//.test(address) ? address : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Whether a byline is the address of an author's page. */
export function isAddress(byline: string): boolean {
  return /^(?:https?:)?\/\/\S+$/i.test(byline.trim());
}

/** Removes a duplicate "By", which some pages have. */
export function withoutDuplicateBy(byline: string): string {
  return byline.replace(/^by:?\s+(?=by:?\s)/i, "");
}

/** The declared language of the page, or else of its server. */
function languageOf(document: Document): string | undefined {
  const root = document.documentElement;
  const declared = [
    root?.getAttribute("lang"),
    root?.getAttribute("xml:lang"),
    [...document.querySelectorAll("meta[http-equiv]")]
      .find((element) => /^content-language$/i.test(element.getAttribute("http-equiv") ?? ""))
      ?.getAttribute("content"),
  ];
  // A server may name several languages, which says nothing about the page.
  return declared.map((each) => each?.trim()).find((each) => each && !each.includes(","));
}

function textOf(element: Element | null): string | undefined {
  return element?.textContent?.replace(/\s+/g, " ").trim() || undefined;
}
