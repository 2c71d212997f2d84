import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import { type AnchorOutcome, needsChecking } from "@/lib/claims/claim";
import type { CommentedPassage } from "@/lib/comments/comment";
import { clientOf, type Tx } from "./transaction";

/** The last anchor of a thread's passage whose text was unchanged. */
export interface ConfirmedPassage extends AnchorDescription {
  threadId: string;
  /** The version that it is anchored in. */
  versionId: string;
}

/** For every thread on a passage of an article, the newest anchor whose text is the one it was started on. */
export async function listConfirmedPassages(articleId: string, tx?: Tx): Promise<ConfirmedPassage[]> {
  const rows = await clientOf(tx).commentThread.findMany({
    where: { articleId, anchors: { some: {} } },
    select: { id: true, anchors: { orderBy: { createdAt: "asc" } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, anchors }) => {
    const confirmed = anchors.findLast((each) => !needsChecking(each));
    if (!confirmed) throw new Error(`thread ${id} was never anchored`);
    const { versionId, start, end, exact, prefix, suffix } = confirmed;
    return { threadId: id, versionId, start, end, exact, prefix, suffix };
  });
}

/** The passages of threads in the current version of their article, by thread. Anchors in other versions are not read. */
export async function findCurrentPassages(
  threads: readonly { id: string; article: { currentVersionId: string | null } }[],
  tx?: Tx,
): Promise<Map<string, CommentedPassage>> {
  if (threads.length === 0) return new Map();
  const ids = threads.map(({ id }) => id);
  const versionIds = threads.map(({ article }) => article.currentVersionId);
  const rows = await clientOf(tx).$queryRaw<(Omit<CommentedPassage, "before"> & { threadId: string })[]>`
    SELECT n."threadId", n."start", n."end", n."exact", n."outcome"::text
    FROM unnest(${ids}::uuid[], ${versionIds}::uuid[]) AS t("threadId", "versionId")
    JOIN "ThreadAnchor" n ON n."threadId" = t."threadId" AND n."versionId" = t."versionId"`;
  const unsure = rows.filter(needsChecking).map(({ threadId }) => threadId);
  const confirmed =
    unsure.length === 0
      ? []
      : await clientOf(tx).$queryRaw<{ threadId: string; exact: string }[]>`
          SELECT DISTINCT ON (n."threadId") n."threadId", n."exact" FROM "ThreadAnchor" n
          WHERE n."threadId" = ANY (${unsure}::uuid[]) AND n."outcome" NOT IN ('changed', 'orphaned')
          ORDER BY n."threadId", n."createdAt" DESC, n."id" DESC`;
  const before = new Map(confirmed.map(({ threadId, exact }) => [threadId, exact]));
  return new Map(
    rows.map(({ threadId, ...passage }) => [threadId, { ...passage, before: before.get(threadId) ?? null }]),
  );
}

/** Stores the anchors of threads in a new version. */
export async function insertThreadAnchors(
  tx: Tx,
  versionId: string,
  anchors: readonly (AnchorDescription & {
    threadId: string;
    outcome: AnchorOutcome;
    score: number | null;
  })[],
): Promise<void> {
  // As one parameter, as `insertAnchors` does.
  await clientOf(tx).$executeRaw`
    INSERT INTO "ThreadAnchor" ("id", "versionId", "threadId", "start", "end", "exact", "prefix", "suffix", "outcome", "score")
    SELECT gen_random_uuid(), ${versionId}::uuid, r."threadId", r."start", r."end", r."exact", r."prefix", r."suffix", r."outcome", r."score"
    FROM jsonb_to_recordset(${JSON.stringify(anchors)}::jsonb) AS r(
      "threadId" uuid, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text,
      "outcome" "AnchorOutcome", "score" double precision)`;
}
