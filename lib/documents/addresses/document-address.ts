import { readSlug } from "@/lib/article-path";
import { pageOfMarkdown } from "@/lib/page-address";
import { type ArchiveAddress, readArchiveAddress } from "./archive-address";
import { type DataAddress, isDataAddress, readDataAddress } from "./data-address";
import { readSitePageAddress, type SitePageAddress } from "./site-page-address";

/** What pages of other sites can show. */
export type EmbeddedAddress =
  | { kind: "article"; slug: string }
  | { kind: "claim"; slug: string; number: number };

/** A page of this site. Slugs are decoded; whether they exist is not known yet. */
export type PageAddress =
  | ArchiveAddress
  | { kind: "front"; after: string | null }
  | { kind: "corrections"; after: string | null }
  | SitePageAddress
  | EmbeddedAddress
  | { kind: "report"; slug: string }
  | { kind: "publication"; slug: string; publication: number }
  | { kind: "earlier-claim"; slug: string; publication: number; number: number };

/** Which public document an address names. */
export type DocumentAddress =
  | DataAddress
  | PageAddress
  | { kind: "embed"; of: EmbeddedAddress }
  /** A page as Markdown, for machine readers. The report of an article is a file instead, like its other formats. */
  | { kind: "markdown"; of: Exclude<PageAddress, { kind: "report" }> };

const NUMBER = /^[1-9]\d{0,5}$/;

/**
 * The public document that a request asks for.
 * @param url path and query, as sent: "/articles/taxes?utm_source=x"
 * @returns null if no public document has such an address
 */
export function readDocumentAddress(url: string): DocumentAddress | null {
  const at = url.indexOf("?");
  const path = at === -1 ? url : url.slice(0, at);
  const page = pageOfMarkdown(path);
  if (page !== null) return markdownAddress(at === -1 ? page : `${page}${url.slice(at)}`);
  const parameter = (name: string) =>
    at === -1 ? null : new URLSearchParams(url.slice(at + 1)).get(name) || null;
  if (path === "/") return { kind: "front", after: parameter("after") };
  if (path === "/corrections") return { kind: "corrections", after: parameter("after") };
  const site = readSitePageAddress(path, parameter);
  if (site) return site;
  const data = readDataAddress(path, parameter);
  if (data) return data;
  const archive = readArchiveAddress(path, parameter);
  if (archive) return archive;
  if (path.startsWith(EMBEDS)) {
    const of = articleAddress(path.slice(EMBEDS.length - 1));
    return of?.kind === "article" || of?.kind === "claim" ? { kind: "embed", of } : null;
  }
  return articleAddress(path);
}

const EMBEDS = "/embed/";

/** @param url of the page */
function markdownAddress(url: string): DocumentAddress | null {
  const of = readDocumentAddress(url);
  return !of || of.kind === "report" || of.kind === "embed" || of.kind === "markdown" || isDataAddress(of)
    ? null
    : { kind: "markdown", of };
}

function articleAddress(path: string): Exclude<PageAddress, ArchiveAddress> | null {
  const [, articles, encodedSlug, part, number, claims, claim, rest] = path.split("/", 8);
  if (articles !== "articles" || !encodedSlug || rest !== undefined) return null;
  const slug = readSlug(encodedSlug);
  if (slug === null) return null;
  if (part === undefined) return { kind: "article", slug };
  if (part === "report" && number === undefined) return { kind: "report", slug };
  if (number === undefined || !NUMBER.test(number)) return null;
  if (claims !== undefined) {
    if (part !== "publications" || claims !== "claims" || !claim || !NUMBER.test(claim)) return null;
    return { kind: "earlier-claim", slug, publication: Number(number), number: Number(claim) };
  }
  if (part === "claims") return { kind: "claim", slug, number: Number(number) };
  if (part === "publications") return { kind: "publication", slug, publication: Number(number) };
  return null;
}
