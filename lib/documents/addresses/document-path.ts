import { searchPath } from "@/lib/archive/search-input";
import { articlePath } from "@/lib/article-path";
import { asMarkdown } from "@/lib/page-address";
import type { ArchiveAddress } from "./archive-address";
import type { DataAddress } from "./data-address";
import type { DocumentAddress } from "./document-address";
import type { SitePageAddress } from "./site-page-address";

/** Path and query of a public page, as `readDocumentAddress` reads it: the same for every way to write it. */
export function documentPath(address: Exclude<DocumentAddress, DataAddress>): string {
  switch (address.kind) {
    case "front":
      return withQuery("/", { after: address.after });
    case "corrections":
      return withQuery("/corrections", { after: address.after });
    case "embed":
      return `/embed${documentPath(address.of)}`;
    case "markdown":
      return asMarkdown(documentPath(address.of));
    case "article":
      return articlePath(address.slug);
    case "claim":
      return `${articlePath(address.slug)}/claims/${address.number}`;
    case "report":
      return `${articlePath(address.slug)}/report`;
    case "publication":
      return `${articlePath(address.slug)}/publications/${address.publication}`;
    case "earlier-claim":
      return `${articlePath(address.slug)}/publications/${address.publication}/claims/${address.number}`;
    case "site-page":
    case "contact":
    case "contact-sent":
    case "verify":
      return sitePagePath(address);
    default:
      return archivePath(address);
  }
}

function sitePagePath(address: SitePageAddress): string {
  switch (address.kind) {
    case "site-page":
      return withQuery(`/${address.page}`, { text: address.text });
    case "contact": {
      const { about, want, text } = address;
      const claim = about === null || about.claim === null ? null : String(about.claim);
      return withQuery("/contact", { article: about?.slug ?? null, claim, want, text });
    }
    case "contact-sent":
      return "/contact/sent";
    case "verify":
      return "/verify";
  }
}

function archivePath(address: ArchiveAddress): string {
  switch (address.kind) {
    case "archive":
      return "/archive";
    case "archive-month":
      return withQuery(`/archive/${address.month}`, { after: address.after });
    case "archive-group":
      return withQuery(`/archive/${address.group}`, { after: address.after });
    case "archive-list":
      return withQuery(`/archive/${address.group}/${encodeURIComponent(address.key)}`, {
        after: address.after,
      });
    case "claimant":
      return withQuery(`/claimants/${encodeURIComponent(address.slug)}`, { after: address.after });
    case "source":
      return withQuery(`/sources/${encodeURIComponent(address.id)}`, { after: address.after });
    case "search":
      return searchPath(address.input);
  }
}

/** @param parameters null for those that are missing */
function withQuery(path: string, parameters: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null) query.set(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}
