import { articlePath } from "@/lib/article-path";
import { warmDocuments } from "@/lib/documents/answer-document";
import { type PublicationOutputsFailure, renderPublication } from "@/lib/documents/render-publication";
import { storeReportFiles } from "@/lib/documents/report-file";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import type { RenderFault } from "@/lib/reports/find-render-fault";
import type { OutputProgress, RenderedOutput } from "@/lib/reports/render-outputs";
import { reportWords } from "@/lib/reports/report-words";
import { err, ok, type Result } from "@/lib/result";
import { CONFIDENTIAL_SOURCE } from "@/lib/sources/labels";
import { invalid } from "@/lib/workflows/refusals";
import type { PublicationDraft } from "./draft-publication";

/** Renders the pages and files of a publication before it is made, outside this process. Fails if one can't be rendered. */
export async function renderDraft(
  draft: PublicationDraft,
  onProgress?: (progress: OutputProgress) => void,
): Promise<Result<RenderedOutput[], Failure>> {
  const rendered = await renderPublication({
    report: draft.shown,
    address: addressOf(draft),
    ...(onProgress && { onProgress }),
  });
  return rendered.ok ? ok(rendered.value) : describeFailure(rendered.error);
}

/** Stores the files of a publication that has been made, and makes its documents, so that its first readers do not wait for them. */
export async function storeOutputs(
  draft: PublicationDraft,
  outputs: readonly RenderedOutput[],
): Promise<void> {
  const { shown, redactions, stamp } = draft;
  storeReportFiles(
    { publication: { id: stamp.id, revision: redactions, report: shown }, address: addressOf(draft) },
    outputs,
  );
  await warmDocuments(draft.slug);
}

function addressOf({ slug }: PublicationDraft): string {
  return `${env().publicUrl}${articlePath(slug)}`;
}

/** What an editor can do about files that can't be rendered. */
function describeFailure({ format, kind, fault, cause }: PublicationOutputsFailure): Result<never, Failure> {
  const file = reportWords("en").outputName(format ?? "file");
  switch (kind) {
    case "failed":
    case "crashed":
      return invalid(
        `The ${file} of this report can't be made, so nothing was published. ${whatToDo(fault)}`,
        format === null ? undefined : { outputs: [format] },
        cause,
      );
    case "too-large":
      return invalid(
        `The ${file} of this report needs too much memory, so nothing was published. Shorten the article, or publish fewer claims.`,
        format === null ? undefined : { outputs: [format] },
        cause,
      );
    case "too-slow":
    case "cancelled":
      return err({
        kind: "unavailable",
        message: `The ${file} of this report was not ready in time, so nothing was published. Try again in a few minutes.`,
        cause,
      });
  }
}

function whatToDo(fault: RenderFault | null): string {
  switch (fault?.kind) {
    case "claim":
      return `The problem is in claim ${fault.number} of the report: change its rationale or its evidence, then publish again.`;
    case "passage":
      return `The problem is in the passage that begins with “${fault.text}”: change it, then publish again.`;
    case "source":
      return `The problem is in the source “${fault.title ?? CONFIDENTIAL_SOURCE}”: change its details, then publish again.`;
    case undefined:
      return "Undo your last changes, then publish again. The server's log has details.";
  }
}
