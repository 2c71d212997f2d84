import { articlePath } from "@/lib/article-path";
import { findNumberedPublication } from "@/lib/db/public-publications";
import type { Publication } from "@/lib/db/read-publication";
import { env } from "@/lib/env";
import { asMarkdown } from "@/lib/page-address";
import { findClaim } from "@/lib/reports/find-claim";
import { reportLanguage } from "@/lib/reports/languages/report-language";
import { renderClaimMarkdown } from "@/lib/reports/renderers/text/claim-markdown";
import type { DocumentAddress, PageAddress } from "./addresses/document-address";
import { documentPath } from "./addresses/document-path";
import { documentMarkdown } from "./document-markdown";
import type { FindChoices } from "./load-archive";
import { loadDocument } from "./load-document";
import { type FindPublication, NOT_FOUND } from "./loaded-document";
import { renderDocument } from "./render-document";
import { reportFile } from "./report-file";

/** A page as Markdown, or where it is. */
export type LoadedMarkdown =
  | {
      kind: "markdown";
      text: string;
      /** BCP 47, of the words around the facts. */
      language: string;
      /** As those of the page: see `LoadedDocument`. */
      articleId: string | null;
      isStored: boolean;
    }
  | { kind: "redirect"; to: string };

/** What the Markdown of a page is read and written with. */
interface MarkdownOptions {
  /** The language that its reader chose, BCP 47; null for the default. */
  chosen: string | null;
  findPublication: FindPublication;
  findChoices: FindChoices;
}

/**
 * A public page as Markdown. Publications and claims are written from their Report, as in its exports; every other page from what it shows.
 * @returns null if there is no such page
 * @throws if it can't be rendered
 */
export async function loadMarkdown(
  of: Extract<DocumentAddress, { kind: "markdown" }>["of"],
  { chosen, findPublication, findChoices }: MarkdownOptions,
): Promise<LoadedMarkdown | null> {
  const publication = await publicationOf(of, findPublication);
  if (publication && of.kind === "article") return fromPublication(publication, articlePath(of.slug), chosen);
  const loaded = await loadDocument(of, findPublication, findChoices);
  if (loaded.kind === "redirect") return { kind: "redirect", to: asMarkdown(loaded.to) };
  if (loaded === NOT_FOUND) return null;
  if (publication && of.kind === "publication") return fromPublication(publication, documentPath(of), chosen);
  const { content, articleId, isStored } = loaded;
  if (content.kind === "claim") {
    const { report, number } = content;
    const claim = findClaim(report, number);
    if (!claim) return null;
    const language = reportLanguage(report, chosen);
    const address = `${env().publicUrl}${documentPath(of).replace(/\/claims\/\d+$/, "")}`;
    return {
      kind: "markdown",
      text: renderClaimMarkdown(report, claim, address, language),
      language,
      articleId,
      isStored,
    };
  }
  const address = documentPath(of);
  const { html, language } = await renderDocument(content, { chosen, address });
  const text = documentMarkdown(html, `${env().publicUrl}${address}`);
  return { kind: "markdown", text, language, articleId, isStored };
}

/** The publication that an address names; null if it names none. */
async function publicationOf(
  address: PageAddress,
  findPublication: FindPublication,
): Promise<Publication | null> {
  if (address.kind === "article") return findPublication(address.slug);
  if (address.kind === "publication") return findNumberedPublication(address.slug, address.publication);
  return null;
}

/** Long articles are rendered in another process. @param path of its page */
async function fromPublication(
  publication: Publication,
  path: string,
  chosen: string | null,
): Promise<LoadedMarkdown> {
  const language = reportLanguage(publication.report, chosen);
  const address = `${env().publicUrl}${path}`;
  const file = await reportFile({ publication, format: "md", address, language });
  if (!file.ok)
    throw new Error(`${path} can't be rendered as Markdown: ${file.error.kind}`, { cause: file.error.cause });
  return {
    kind: "markdown",
    text: file.value.bytes.toString(),
    language,
    articleId: publication.articleId,
    isStored: true,
  };
}
