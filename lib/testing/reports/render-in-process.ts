import { type PublicationRenderer, pageContext } from "@/lib/documents/render-publication";
import { err } from "@/lib/result";

/**
 * Renders the pages and the cheap files of a publication in this process. Most tests that publish are about something else, and a child process costs a
 * second; render-publication.integration.test.ts and publication-outputs.integration.test.ts use the real one.
 */
export const renderInProcess: PublicationRenderer = async ({ report, address, onProgress }) => {
  const { renderOutputs } = await import("@/lib/reports/render-outputs");
  const { renderOutput } = await import("@/lib/document-bundle/render-output");
  const render = renderOutput(address, await pageContext(report, address));
  const rendered = await renderOutputs(report, ["pages", "html", "claimreview"], render, onProgress);
  return rendered.ok ? rendered : err({ kind: "failed", ...rendered.error });
};
