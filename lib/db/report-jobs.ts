import type { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { fromJson, toJson } from "./json";
import { clientOf, type Tx } from "./transaction";

/** How far a report is: what is being read or made, and how much of it. */
export interface ReportProgress {
  step: "read" | "render";
  position: number;
  total: number;
}

/** A large report that is made in the background. */
export interface ReportJob {
  id: string;
  /** What is to be made. */
  request: unknown;
  requestedById: string;
  /** ISO 8601 instant. */
  requestedAt: string;
  state: "preparing" | "ready" | "failed";
  /** Null before it begins. */
  progress: ReportProgress | null;
  /** Why there is no file, as a message for the desk; null unless it failed. */
  failure: string | null;
  /** Null until it is ready. */
  file: { name: string; type: string /** In bytes. */; size: number } | null;
  /** When it began to read what is in the file, an ISO 8601 instant; null before. */
  startedAt: string | null;
  /** When it changed last, an ISO 8601 instant: when it ended, if it did. */
  updatedAt: string;
}

/** Without the file itself. */
const columns = {
  id: true,
  request: true,
  requestedById: true,
  requestedAt: true,
  state: true,
  step: true,
  position: true,
  total: true,
  failure: true,
  fileName: true,
  mediaType: true,
  size: true,
  startedAt: true,
  updatedAt: true,
} as const satisfies Prisma.ReportJobSelect;

function toJob(row: Prisma.ReportJobGetPayload<{ select: typeof columns }>): ReportJob {
  const { id, requestedById, state, step, position, total, failure, fileName, mediaType, size } = row;
  return {
    id,
    request: fromJson<object>(row.request),
    requestedById,
    requestedAt: row.requestedAt.toISOString(),
    state,
    progress: step === null ? null : { step: step as ReportProgress["step"], position, total },
    failure,
    file:
      fileName !== null && mediaType !== null && size !== null
        ? { name: fileName, type: mediaType, size }
        : null,
    startedAt: row.startedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

export async function findReportJob(id: string, tx?: Tx): Promise<ReportJob | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).reportJob.findUnique({ where: { id }, select: columns });
  return row && toJob(row);
}

/** The reports that a person requested, the latest first. */
export async function listReportJobs(requestedById: string, limit: number, tx?: Tx): Promise<ReportJob[]> {
  const rows = await clientOf(tx).reportJob.findMany({
    where: { requestedById },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: columns,
  });
  return rows.map(toJob);
}

/** The file of a job; null if it has none. */
export async function readReportFile(id: string): Promise<Uint8Array | null> {
  const row = await clientOf().reportJob.findUnique({ where: { id }, select: { body: true } });
  return row?.body ?? null;
}

/**
 * Stores a job, unless the same person has the same report prepared already.
 * @returns the id of the job that prepares it, and whether it is new
 */
export async function insertReportJob(
  tx: Tx,
  job: { request: unknown; requestKey: string; requestedById: string },
): Promise<{ id: string; isNew: boolean }> {
  const client = clientOf(tx);
  const [made] = await client.$queryRaw<{ id: string }[]>`
    INSERT INTO "ReportJob" ("id", "request", "requestKey", "requestedById")
    VALUES (gen_random_uuid(), ${JSON.stringify(toJson(job.request as object))}::jsonb, ${job.requestKey}, ${job.requestedById}::uuid)
    ON CONFLICT ("requestedById", "requestKey") WHERE "state" = 'preparing' DO NOTHING RETURNING "id"`;
  if (made) return { id: made.id, isNew: true };
  const { id } = await client.reportJob.findFirstOrThrow({
    where: { requestedById: job.requestedById, requestKey: job.requestKey, state: "preparing" },
    select: { id: true },
  });
  return { id, isNew: false };
}

/** Number of reports that are being prepared for a person. */
export function countPreparingReports(requestedById: string, tx?: Tx): Promise<number> {
  return clientOf(tx).reportJob.count({ where: { requestedById, state: "preparing" } });
}

/** Records that a job begins to read what is in its file. Everything that is redacted from now on may be in it. */
export async function startReportJob(id: string, at: Date): Promise<void> {
  await clientOf().reportJob.updateMany({ where: { id, state: "preparing" }, data: { startedAt: at } });
}

export async function recordReportProgress(id: string, progress: ReportProgress): Promise<void> {
  await clientOf().reportJob.updateMany({ where: { id, state: "preparing" }, data: { ...progress } });
}

/** Stores the outcome of a job that is in preparation. */
export async function finishReportJob(
  id: string,
  outcome: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> } | { failure: string },
): Promise<void> {
  await clientOf().reportJob.updateMany({
    where: { id, state: "preparing" },
    data:
      "failure" in outcome
        ? { state: "failed", failure: outcome.failure }
        : {
            state: "ready",
            fileName: outcome.name,
            mediaType: outcome.type,
            size: outcome.bytes.length,
            body: outcome.bytes,
          },
  });
}

/** Deletes the file of a job that must not be downloaded any more, and says why. */
export async function withdrawReportFile(id: string, failure: string): Promise<void> {
  await clientOf().reportJob.updateMany({
    where: { id, state: "ready" },
    data: { state: "failed", failure, body: null, fileName: null, mediaType: null, size: null },
  });
}

/** Ends jobs that have not progressed since a time: the instances that made them have crashed. */
export async function failStalledReports(since: Date, failure: string): Promise<void> {
  await clientOf().reportJob.updateMany({
    where: { state: "preparing", updatedAt: { lt: since } },
    data: { state: "failed", failure },
  });
}

/** Deletes jobs, with their files, that ended before a time. */
export async function forgetReportJobs(before: Date): Promise<void> {
  await clientOf().reportJob.deleteMany({
    where: { state: { not: "preparing" }, updatedAt: { lt: before } },
  });
}

/** Whether something that readers could see at a time was redacted or unpublished since. */
export async function wasWithdrawnSince(at: Date): Promise<boolean> {
  const client = clientOf();
  const [redaction, unpublication] = await Promise.all([
    client.redaction.findFirst({ where: { at: { gte: at } }, select: { id: true } }),
    client.unpublication.findFirst({ where: { at: { gte: at } }, select: { id: true } }),
  ]);
  return redaction !== null || unpublication !== null;
}

/** Whether a source that an article cites is confidential, and changed since a time: it may have been named then. */
export async function hasNewSecretSince(articleId: string, at: Date): Promise<boolean> {
  const found = await clientOf().evidence.findFirst({
    where: { claim: { articleId }, source: { confidential: true, updatedAt: { gte: at } } },
    select: { id: true },
  });
  return found !== null;
}
