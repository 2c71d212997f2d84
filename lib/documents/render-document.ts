import { defaultLanguage } from "@/lib/document-bundle/content-language";
import type { DocumentContent, DocumentLanguage, DocumentSite } from "@/lib/document-bundle/document-content";
import { documentFolder, loadDocumentBundle } from "@/lib/document-bundle/load-bundle";
import { env } from "@/lib/env";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { isLongReport } from "@/lib/reports/is-long-report";
import { findOrganisation } from "./find-organisation";

/** A page of 2,000 claims takes about a second. */
const LIMITS = { milliseconds: 60_000, megabytes: 2048 };

/** Where a document is shown, and in which language. */
export interface DocumentPlace {
  /** The language that its reader chose, BCP 47; null for the default. */
  chosen: string | null;
  /** The language that its reader's browser asks for, for documents that follow it, BCP 47. Links do not keep it. */
  accepted?: string | null;
  /** Path and query of the document without a language; null if it has none. */
  address: string | null;
}

export interface RenderedDocument {
  html: string;
  /** BCP 47. */
  language: string;
}

/**
 * The HTML of a document. Long ones are rendered in a process of their own, so that nobody else waits.
 * @throws if it can't be rendered
 */
export async function renderDocument(
  content: DocumentContent,
  { chosen, accepted = null, address }: DocumentPlace = { chosen: null, address: null },
): Promise<RenderedDocument> {
  const { publicUrl, imageHosts } = env();
  const site: DocumentSite = { publicUrl, imageHosts, organisation: await findOrganisation() };
  const language = chosen ?? accepted ?? defaultLanguage(content, site.organisation);
  const place: DocumentLanguage = {
    language,
    isChosen: chosen !== null,
    ...(address !== null && { address }),
  };
  const shown = content.kind === "embed" ? content.content : content;
  if (!("report" in shown) || shown.kind === "claim" || !isLongReport(shown.report)) {
    const { render, assets } = await loadDocumentBundle();
    return { html: render(content, { site, assets, ...place }), language };
  }
  const rendered = await runInChildProcess(
    "render-document",
    { content, site, folder: documentFolder(), language: place },
    { limits: LIMITS, queue: "rendering" },
  );
  if (!rendered.ok)
    throw new Error(`the document could not be rendered: ${rendered.error.kind}`, {
      cause: rendered.error.cause,
    });
  return { html: rendered.value, language };
}
