import type { PersonName } from "@/lib/claims/claim";
import type { OutputProgress } from "@/lib/reports/render-outputs";
import { isUuid } from "./is-uuid";
import { fromJson, toJson } from "./json";
import type { ScheduledNote } from "./scheduled-publications";
import { clientOf, type Tx } from "./transaction";

/** A long publication that is rendered in the background before it is made. */
export interface PublicationJob {
  id: string;
  articleId: string;
  /** Article.revision that is to be published. */
  revision: number;
  notes: ScheduledNote[];
  requestedBy: PersonName;
  /** ISO 8601 instant. */
  requestedAt: string;
  /** Whether it is due by a schedule. */
  scheduled: boolean;
  state: "preparing" | "published" | "failed";
  /** What is being rendered; null before it begins. */
  progress: OutputProgress | null;
  /** Why it failed, as a message for the desk; null unless it did. */
  failure: string | null;
  /** What was made; null unless it was. */
  publication: { id: string; number: number } | null;
}

const columns = {
  requestedBy: { select: { id: true, name: true } },
  publication: { select: { id: true, number: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

function readRow(id: string, tx?: Tx) {
  return clientOf(tx).publicationJob.findUnique({ where: { id }, include: columns });
}

function toJob(row: Row): PublicationJob {
  const { id, articleId, revision, scheduled, state, failure, publication, requestedBy } = row;
  const { notes } = fromJson<{ notes: ScheduledNote[] }>(row.corrections);
  return {
    id,
    articleId,
    revision,
    notes,
    requestedBy: { id: requestedBy.id, name: requestedBy.name },
    requestedAt: row.requestedAt.toISOString(),
    scheduled,
    state,
    progress:
      row.format === null
        ? null
        : { format: row.format as OutputProgress["format"], position: row.position, total: row.total },
    failure,
    publication: publication && { id: publication.id, number: publication.number },
  };
}

export async function findPublicationJob(id: string, tx?: Tx): Promise<PublicationJob | null> {
  if (!isUuid(id)) return null;
  const row = await readRow(id, tx);
  return row && toJob(row);
}

/** The job of an article that was requested last; null if there is none. */
export async function findLatestPublicationJob(articleId: string, tx?: Tx): Promise<PublicationJob | null> {
  if (!isUuid(articleId)) return null;
  const row = await clientOf(tx).publicationJob.findFirst({
    where: { articleId },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    include: columns,
  });
  return row && toJob(row);
}

/** Stores a job of an article that has no other one in preparation. @returns its id */
export async function insertPublicationJob(
  tx: Tx,
  job: {
    articleId: string;
    revision: number;
    notes: readonly ScheduledNote[];
    requestedById: string;
    scheduled: boolean;
  },
): Promise<string> {
  const { notes, ...fields } = job;
  const { id } = await clientOf(tx).publicationJob.create({
    data: { ...fields, corrections: toJson({ notes }) },
    select: { id: true },
  });
  return id;
}

/** Records which format is being rendered, while the job is in preparation. */
export async function recordPublicationProgress(id: string, progress: OutputProgress): Promise<void> {
  await clientOf().publicationJob.updateMany({ where: { id, state: "preparing" }, data: { ...progress } });
}

/** Records how a job ended. @returns false if it was no longer in preparation */
export async function finishPublicationJob(
  tx: Tx,
  id: string,
  outcome: { publicationId: string } | { failure: string },
): Promise<boolean> {
  const { count } = await clientOf(tx).publicationJob.updateMany({
    where: { id, state: "preparing" },
    data: { ...outcome, state: "publicationId" in outcome ? "published" : "failed" },
  });
  return count > 0;
}

/** Ids of the jobs whose preparation has not progressed since a time: the instances that ran them have crashed. */
export async function listStalledPublicationJobs(since: Date): Promise<string[]> {
  const rows = await clientOf().publicationJob.findMany({
    where: { state: "preparing", updatedAt: { lt: since } },
    select: { id: true },
    take: 50,
  });
  return rows.map(({ id }) => id);
}

/** Deletes jobs that ended before a time. */
export async function forgetPublicationJobs(before: Date): Promise<void> {
  await clientOf().publicationJob.deleteMany({
    where: { state: { not: "preparing" }, updatedAt: { lt: before } },
  });
}
