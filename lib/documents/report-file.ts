import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { documentFolder } from "@/lib/document-bundle/load-bundle";
import { type IsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { ExportFormat } from "@/lib/reports/export-formats";
import { reportLanguage } from "@/lib/reports/languages/report-language";
import type { RenderedOutput } from "@/lib/reports/render-outputs";
import type { Paper } from "@/lib/reports/renderers/paper";
import type { Report } from "@/lib/reports/report";
import { err, ok, type Result } from "@/lib/result";
import { findInlineLogo } from "./inline-logo";

/** What a file is rendered from. */
export interface ReportFileRequest {
  /** What a publication gives never changes, except by a redaction, which raises its revision. */
  publication: { id: string; revision: number; report: Report };
  format: ExportFormat;
  /** Public URL of the article's page. */
  address: string;
  /** Of PDF and Word files; A4 by default. */
  paper?: Paper;
  /** BCP 47, of the words in it; that of the article by default. */
  language?: string;
}

export interface ReportFile {
  bytes: Buffer<ArrayBuffer>;
  /** In quotation marks. */
  etag: string;
}

/** A PDF of 2,000 claims takes about 10 seconds and 1 GB. */
const LIMITS = { milliseconds: 120_000, megabytes: 3072 };
const MAX_CACHE_BYTES = 64 * 1024 * 1024;
/** A report that could not be rendered is not tried again for this long, so that readers who ask for it do not keep the server busy. */
const FAILURE_TTL_MS = 60_000;

/** Formats that are quick to render: the process that renders one renders them all, as it takes longer to start. */
const QUICK: readonly ExportFormat[] = [
  "docx",
  "md",
  "txt",
  "csv",
  "xlsx",
  "json",
  "claimreview",
  "annotations",
];

/** Data that programs read. */
export const SAME_IN_EVERY_LANGUAGE: readonly ExportFormat[] = ["json", "claimreview"];

type Rendered = Result<ReportFile, IsolationFailure>;
type RenderedFiles = Result<ReadonlyMap<ExportFormat, ReportFile>, IsolationFailure>;

interface ReportFiles {
  finished: LRUCache<string, Rendered>;
  pending: Map<string, Promise<RenderedFiles>>;
}

// On globalThis, because Next loads this module once per kind of route.
const globals = globalThis as typeof globalThis & { obelusReportFiles?: ReportFiles };

/**
 * The file of a report, rendered in a separate process and stored in memory. Equal requests wait for one rendering.
 * @returns the file, or why it could not be rendered
 */
export async function reportFile(request: ReportFileRequest): Promise<Rendered> {
  const { finished } = reportFiles();
  const { id, revision } = request.publication;
  const name = nameOf(request);
  const known = finished.get(name);
  if (known) return known;
  // A file with something that was redacted since must not even stay in memory.
  for (const other of [...finished.keys()]) {
    const [otherId, otherRevision] = JSON.parse(other) as [string, number];
    if (otherId === id && otherRevision < revision) finished.delete(other);
  }
  const formats = QUICK.includes(request.format) ? QUICK : [request.format];
  const first = await renderOnce(request, formats);
  // One of the others may be what can't be rendered.
  const rendered = first.ok || formats.length === 1 ? first : await renderOnce(request, [request.format]);
  if (!rendered.ok) {
    finished.set(name, rendered, { ttl: FAILURE_TTL_MS });
    return rendered;
  }
  for (const [format, file] of rendered.value) finished.set(nameOf({ ...request, format }), ok(file));
  const file = rendered.value.get(request.format);
  if (!file) throw new Error(`the ${request.format} is missing in what was rendered`);
  return ok(file);
}

/** Renders files unless that has begun. */
async function renderOnce(
  request: ReportFileRequest,
  formats: readonly ExportFormat[],
): Promise<RenderedFiles> {
  const { pending } = reportFiles();
  const { publication, address, paper } = request;
  const key = JSON.stringify([
    publication.id,
    publication.revision,
    address,
    paper ?? "a4",
    languageOf(request),
    ...formats,
  ]);
  const begun = pending.get(key) ?? render(request, formats);
  pending.set(key, begun);
  try {
    return await begun;
  } finally {
    pending.delete(key);
  }
}

/** Stores files that were rendered to check a publication, so that its first readers do not wait. */
export function storeReportFiles(
  request: Omit<ReportFileRequest, "format">,
  outputs: readonly RenderedOutput[],
): void {
  const { finished } = reportFiles();
  for (const { format, bytes } of outputs)
    finished.set(nameOf({ ...request, format }), ok(asFile(Buffer.from(bytes))));
}

function reportFiles(): ReportFiles {
  globals.obelusReportFiles ??= {
    finished: new LRUCache({
      maxSize: MAX_CACHE_BYTES,
      // Looked up at each call, so that tests can set the clock.
      perf: { now: () => performance.now() },
      sizeCalculation: (each) => (each.ok ? each.value.bytes.byteLength + 1 : 1),
    }),
    pending: new Map(),
  };
  return globals.obelusReportFiles;
}

function nameOf(request: ReportFileRequest): string {
  const { publication, format, address, paper = "a4" } = request;
  const language = SAME_IN_EVERY_LANGUAGE.includes(format) ? null : languageOf(request);
  return JSON.stringify([publication.id, publication.revision, format, address, paper, language]);
}

function languageOf({ publication, language }: Omit<ReportFileRequest, "format">): string {
  return reportLanguage(publication.report, language);
}

/** Forgets every file, for tests. */
export function forgetReportFiles(): void {
  delete globals.obelusReportFiles;
}

async function render(request: ReportFileRequest, formats: readonly ExportFormat[]): Promise<RenderedFiles> {
  const { publication, address, paper } = request;
  const { report } = publication;
  return renderReportFiles(
    { report, address, language: languageOf(request), ...(paper && { paper }) },
    formats,
  );
}

/**
 * Files of a Report, rendered in a separate process and stored nowhere: for those that only one person gets.
 * @returns the files, or why they could not be rendered
 */
export async function renderReportFiles(
  {
    report,
    address,
    language = reportLanguage(report),
    paper = "a4",
  }: { report: Report; address: string; language?: string; paper?: Paper },
  formats: readonly ExportFormat[],
): Promise<RenderedFiles> {
  const rendered = await runInChildProcess(
    "export-report",
    {
      report,
      formats,
      address,
      folder: documentFolder(),
      logo: await findInlineLogo(report),
      paper,
      language,
    },
    { limits: LIMITS, queue: "rendering" },
  );
  if (!rendered.ok) {
    console.error(
      `${formats.join(", ")} of ${address} could not be rendered:`,
      rendered.error.kind,
      rendered.error.cause,
    );
    return err(rendered.error);
  }
  return ok(new Map(rendered.value.map(({ format, bytes }) => [format, asFile(Buffer.from(bytes))])));
}

function asFile(bytes: Buffer<ArrayBuffer>): ReportFile {
  return { bytes, etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"` };
}
