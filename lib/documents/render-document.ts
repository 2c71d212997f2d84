import type { DocumentContent, DocumentSite } from "@/lib/document-bundle/document-content";
import { documentFolder, loadDocumentBundle } from "@/lib/document-bundle/load-bundle";
import { env } from "@/lib/env";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { isLongReport } from "@/lib/reports/is-long-report";
import { findOrganisation } from "./find-organisation";

/** A page of 2,000 claims takes about a second. */
const LIMITS = { milliseconds: 60_000, megabytes: 2048 };

/**
 * The HTML of a document. Long ones are rendered in a process of their own, so that nobody else waits.
 * @throws if it can't be rendered
 */
export async function renderDocument(content: DocumentContent): Promise<string> {
  const { publicUrl, imageHosts } = env();
  const site: DocumentSite = { publicUrl, imageHosts, organisation: await findOrganisation() };
  const shown = content.kind === "embed" ? content.content : content;
  if (!("report" in shown) || shown.kind === "claim" || !isLongReport(shown.report)) {
    const { render, assets } = await loadDocumentBundle();
    return render(content, { site, assets });
  }
  const rendered = await runInChildProcess(
    "render-document",
    { content, site, folder: documentFolder() },
    { limits: LIMITS, queue: "rendering" },
  );
  if (!rendered.ok)
    throw new Error(`the document could not be rendered: ${rendered.error.kind}`, {
      cause: rendered.error.cause,
    });
  return rendered.value;
}
