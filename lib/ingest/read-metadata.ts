import { bylineOf, readAuthors } from "./fields/read-authors";
import { readPublishedAt } from "./fields/read-published-at";
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
  const data = new StructuredData(document);
  const work = data.find([/Article|BlogPosting|Report/]);
  const language = languageOf(document) ?? stringOf(work?.inLanguage) ?? openGraphLanguage(meta("og:locale"));
  const publisher = meta("og:site_name", "dc.publisher") ?? data.names(work?.publisher)[0];
  const address =
    document.querySelector('link[rel="canonical"]')?.getAttribute("href")?.trim() ?? meta("og:url");
  const found: Record<keyof ArticleMetadata, string | undefined> = {
    title:
      meta("og:title", "dc.title") ??
      stringOf(work?.headline) ??
      (document.title || undefined) ??
      textOf(document.querySelector("h1")),
    byline: bylineOf(readAuthors(document, { data, work, publisher, language })),
    publisher,
    publishedAt: readPublishedAt(document, { work, language }),
    language,
    canonicalUrl: address && /^https?:\/\//.test(address) ? address : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The language of Open Graph's "en_GB", where the page does not declare one otherwise. */
function openGraphLanguage(locale: string | undefined): string | undefined {
  return /^[a-z]{2,3}(?:[_-][a-z]{2})?$/i.test(locale ?? "") ? locale?.replace("_", "-") : undefined;
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
