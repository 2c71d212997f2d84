import { z } from "zod";
import {
  findReportJob,
  hasNewSecretSince,
  listReportJobs,
  type ReportJob,
  readReportFile,
  wasWithdrawnSince,
  withdrawReportFile,
} from "@/lib/db/report-jobs";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import type { DownloadedFile } from "../downloaded-file";
import type { ReportRequest } from "./make-report";

/** Reports on the page of reports. */
const MAX_LISTED = 20;

/** The reports that a person requested in the last week, the latest first. */
export async function listMyReports(
  actor: Actor,
  input: z.input<typeof noInput>,
): Promise<Result<ReportJob[], Failure>> {
  const allowed = asResult(can(actor, "read", "digest"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(noInput, input);
  return parsed.ok ? ok(await listReportJobs(actor.id, MAX_LISTED)) : parsed;
}

const noInput = z.strictObject({});

/** How far a report is. People only see their own: a dossier has what its reader is allowed to see. */
export async function getReportJob(
  actor: Actor,
  { jobId }: { jobId: string },
): Promise<Result<ReportJob, Failure>> {
  const allowed = asResult(can(actor, "read", "digest"));
  if (!allowed.ok) return allowed;
  const job = await findReportJob(jobId);
  return job?.requestedById === actor.id ? ok(job) : notFound("file");
}

/**
 * The file of a report. If something was redacted or unpublished since it was begun, or a source of a dossier became confidential, it may have what it must
 * not have: then it is deleted, and the person makes it again.
 */
export async function downloadReport(
  actor: Actor,
  { jobId }: { jobId: string },
): Promise<Result<DownloadedFile, Failure>> {
  const found = await getReportJob(actor, { jobId });
  if (!found.ok) return found;
  const { id, state, file, failure, startedAt, request } = found.value;
  const t = words("reports");
  if (state === "preparing") return invalid(t("error.preparing"));
  if (!file || startedAt === null) return invalid(failure ?? t("failed"));
  const { kind, options } = request as ReportRequest;
  if (kind === "dossier") {
    const allowed = asResult(can(actor, "export-dossier", "article", { articleId: options.articleId }));
    if (!allowed.ok) return allowed;
  }
  const since = new Date(startedAt);
  const isOutdated =
    kind === "dossier" ? await hasNewSecretSince(options.articleId, since) : await wasWithdrawnSince(since);
  if (isOutdated) {
    await withdrawReportFile(id, t("error.outdated"));
    return invalid(t("error.outdated"));
  }
  const bytes = await readReportFile(id);
  if (!bytes) return notFound("file");
  return ok({ name: file.name, type: file.type, bytes: Buffer.from(bytes), etag: null, language: null });
}
