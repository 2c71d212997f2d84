import { listSettings } from "@/lib/db/desk-settings";
import type { DocumentContent, DocumentSite } from "@/lib/document-bundle/document-content";
import { documentFolder, loadDocumentBundle } from "@/lib/document-bundle/load-bundle";
import { env } from "@/lib/env";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Organisation } from "@/lib/organisation";
import { isLongReport } from "@/lib/reports/is-long-report";
import { settingsFrom } from "@/lib/settings/desk-settings";

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

/** The organisation in the settings; null while it has no name. */
async function findOrganisation(): Promise<Organisation | null> {
  const stored = await listSettings();
  const { organisation } = settingsFrom(new Map(stored.map(({ key, value }) => [key, value])));
  const { name } = organisation;
  return name === null ? null : { ...organisation, name };
}
