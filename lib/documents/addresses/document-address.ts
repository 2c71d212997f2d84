import { readSlug } from "@/lib/article-path";
import { type ArchiveAddress, readArchiveAddress } from "./archive-address";
import { type DataAddress, readDataAddress } from "./data-address";
import { readSitePageAddress, type SitePageAddress } from "./site-page-address";

/** What pages of other sites can show. */
export type EmbeddedAddress =
  | { kind: "article"; slug: string }
  | { kind: "claim"; slug: string; number: number };

/** Which public document an address names. Slugs are decoded; whether they exist is not known yet. */
export type DocumentAddress =
  | DataAddress
  | ArchiveAddress
  | { kind: "front"; after: string | null }
  | { kind: "corrections"; after: string | null }
  | SitePageAddress
  | EmbeddedAddress
  | { kind: "report"; slug: string }
  | { kind: "publication"; slug: string; publication: number }
  | { kind: "earlier-claim"; slug: string; publication: number; number: number }
  | { kind: "embed"; of: EmbeddedAddress };

const NUMBER = /^[1-9]\d{0,5}$/;

/**
 * The public document that a request asks for.
 * @param url path and query, as sent: "/articles/taxes?utm_source=x"
 * @returns null if no public document has such an address
 */
export function readDocumentAddress(url: string): DocumentAddress | null {
  const at = url.indexOf("?");
  const path = at === -1 ? url : url.slice(0, at);
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

function articleAddress(
  path: string,
): Exclude<DocumentAddress, DataAddress | ArchiveAddress | { kind: "embed" }> | null {
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
