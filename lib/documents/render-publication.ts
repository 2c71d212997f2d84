import { formatCitations } from "@/lib/citations/format-citation";
import { documentFolder } from "@/lib/document-bundle/load-bundle";
import type { PageContext } from "@/lib/document-bundle/render-pages";
import { env } from "@/lib/env";
import { type IsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { PUBLICATION_OUTPUTS, type PublicationOutput } from "@/lib/reports/export-formats";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import type { RenderFault } from "@/lib/reports/find-render-fault";
import { isLongReport } from "@/lib/reports/is-long-report";
import type { OutputProgress, RenderedOutput } from "@/lib/reports/render-outputs";
import type { Report } from "@/lib/reports/report";
import { err, ok, type Result } from "@/lib/result";
import { findInlineLogo } from "./inline-logo";

export interface PublicationOutputsRequest {
  /** As readers will see it. */
  report: Report;
  /** Public URL of the article's page. */
  address: string;
  /** Called when an output is begun. */
  onProgress?: (progress: OutputProgress) => void;
}

/** Why a publication can't be made: an output that could not be rendered. */
export interface PublicationOutputsFailure {
  /** Null if nothing had begun. */
  format: PublicationOutput | null;
  /** "failed" if the renderer refused the Report, otherwise what happened to its process. */
  kind: "failed" | IsolationFailure["kind"];
  /** What can't be rendered, if it was found. */
  fault: RenderFault | null;
  /** For the log. */
  cause: unknown;
}

export type PublicationOutputs = Result<RenderedOutput[], PublicationOutputsFailure>;
export type PublicationRenderer = (request: PublicationOutputsRequest) => Promise<PublicationOutputs>;

/** A person waits for a short one; a long one is a job. A PDF of 2,000 claims takes about 10 seconds and 1 GB on a machine that is idle. */
const LIMITS = {
  short: { milliseconds: 60_000, megabytes: 3072 },
  long: { milliseconds: 300_000, megabytes: 3072 },
} as const;

// On globalThis, because Next loads this module once per kind of route.
const globals = globalThis as typeof globalThis & { obelusPublicationRenderer?: PublicationRenderer };

/** Renders the public pages of a publication and every file that readers can download, in one child process. Nothing is stored. */
export function renderPublication(request: PublicationOutputsRequest): Promise<PublicationOutputs> {
  return (globals.obelusPublicationRenderer ?? renderInChildProcess)(request);
}

/** Replaces how publications are rendered, for tests in which that does not matter; undefined restores it. */
export function setPublicationRenderer(renderer: PublicationRenderer | undefined): void {
  if (renderer) globals.obelusPublicationRenderer = renderer;
  else delete globals.obelusPublicationRenderer;
}

async function renderInChildProcess({
  report,
  address,
  onProgress,
}: PublicationOutputsRequest): Promise<PublicationOutputs> {
  const isLong = isLongReport(report);
  let format: PublicationOutput | null = null;
  const ran = await runInChildProcess(
    "render-outputs",
    { report, outputs: [...PUBLICATION_OUTPUTS], address, pages: await pageContext(report, address) },
    {
      limits: isLong ? LIMITS.long : LIMITS.short,
      // Readers who download other reports never delay an editor who waits.
      queue: isLong ? "rendering" : "input",
      onProgress: (progress) => {
        format = progress.format;
        onProgress?.(progress);
      },
    },
  );
  if (!ran.ok) return err({ format, fault: null, ...ran.error, cause: ran.error.cause ?? ran.error.kind });
  if (!ran.value.ok) return err({ kind: "failed", ...ran.value.error });
  return ok(ran.value.value);
}

/** What the public pages of a Report need beside it. @param address public URL of the article's page */
export async function pageContext(report: Report, address: string): Promise<PageContext> {
  const { publicUrl, imageHosts } = env();
  return {
    site: { publicUrl, imageHosts, organisation: report.organisation },
    citations: formatCitations(factCheckAsWork(report, address)),
    folder: documentFolder(),
    logo: await findInlineLogo(report),
  };
}
