import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import { COUNT_READS } from "@/lib/capped-count";
import { neededApprovals } from "@/lib/claims/article-purpose";
import type { Anchor, ChangedField, Claim, ClaimKind, ClaimState, Evidence } from "@/lib/claims/claim";
import type { DocumentNode } from "@/lib/document/document";
import { findCurrentAnchors } from "./anchors";
import { lockArticlesOf } from "./articles";
import { toClaimedBy, withMergedInto } from "./claimants";
import { fromDay, toDay } from "./dates";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { fromJson, toJson } from "./json";
import { toOutcome, withAnswers } from "./outcomes";
import { toSource, withNewestSnapshot, withoutCsl } from "./sources";
import { clientOf, type Tx } from "./transaction";

const personName = { select: { id: true, name: true } } as const;

/** The relations that a claim is mapped from. */
const withRelations = {
  claimant: withMergedInto,
  createdBy: personName,
  lastEditedBy: personName,
  currentVerdict: { include: { rating: { select: { key: true } }, givenBy: personName } },
  currentOutcome: withAnswers,
  evidence: {
    orderBy: { position: "asc" },
    include: { source: { include: withNewestSnapshot, omit: withoutCsl } },
  },
  article: { select: { currentVersionId: true, requiredApprovals: true, purpose: true } },
  reopenedBy: personName,
  assignee: personName,
  // Only their number: not everyone can see their content.
  votes: { select: { contentRevision: true } },
} as const satisfies Prisma.ClaimInclude;

type FullRow = Prisma.ClaimGetPayload<{ include: typeof withRelations }>;

/** Maps rows to claims, with their anchors in the current version. */
async function toClaims(rows: readonly FullRow[], tx?: Tx): Promise<Claim[]> {
  if (rows.length === 0) return [];
  const anchors = await findCurrentAnchors(rows, tx);
  return rows.map((row) => toClaim(row, anchors.get(row.id)));
}

async function toOneClaim(row: FullRow, tx?: Tx): Promise<Claim> {
  return toClaim(row, (await findCurrentAnchors([row], tx)).get(row.id));
}

function toClaim(row: FullRow, anchor: Anchor | undefined): Claim {
  if (!anchor) throw new Error(`claim ${row.id} has no anchor on the current version`);
  const verdict = row.currentVerdict;
  return {
    id: row.id,
    articleId: row.articleId,
    number: row.number,
    statement: row.statement,
    claimant: row.claimant && toClaimedBy(row.claimant, row.claimantRole),
    carriedBy: row.carriedBy,
    claimedOn: toDay(row.claimedOn),
    kind: row.kind as ClaimKind,
    tags: row.tags,
    state: row.state,
    excluded: row.excluded,
    excludedReason: row.excludedReason,
    revision: row.revision,
    contentRevision: row.contentRevision,
    voting: {
      required: neededApprovals(row.article),
      voted: row.votes.filter((vote) => vote.contentRevision === row.contentRevision).length,
    },
    reopened: row.reopenedBy &&
      row.reopenedAt && {
        fields: row.reopenedFields as ChangedField[],
        by: { id: row.reopenedBy.id, name: row.reopenedBy.name },
        at: row.reopenedAt.toISOString(),
      },
    anchor,
    purpose: row.article.purpose,
    verdict: verdict && {
      id: verdict.id,
      ratingKey: verdict.rating.key,
      rationaleDoc: fromJson<DocumentNode>(verdict.rationaleDoc),
      rationaleText: verdict.rationaleText,
      givenBy: { id: verdict.givenBy.id, name: verdict.givenBy.name },
      givenAt: verdict.givenAt.toISOString(),
    },
    outcome: row.currentOutcome && toOutcome(row.currentOutcome),
    evidence: row.evidence.map(
      (each): Evidence => ({
        id: each.id,
        stance: each.stance,
        excerpt: each.excerpt,
        note: each.note,
        accessedOn: toDay(each.accessedOn),
        archiveUrl: each.archiveUrl,
        source: toSource(each.source),
      }),
    ),
    assignee: row.assignee && { id: row.assignee.id, name: row.assignee.name },
    createdBy: { id: row.createdBy.id, name: row.createdBy.name },
    lastEditedBy: { id: row.lastEditedBy.id, name: row.lastEditedBy.name },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export async function findClaim(id: string, tx?: Tx): Promise<(Claim & { deleted: boolean }) | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).claim.findUnique({ where: { id }, include: withRelations });
  return row && { ...(await toOneClaim(row, tx)), deleted: row.deletedAt !== null };
}

/** Reads a claim and locks it until the transaction ends, after its article: everyone locks in this order. */
export async function lockClaim(tx: Tx, id: string): Promise<(Claim & { deleted: boolean }) | null> {
  if (!isUuid(id)) return null;
  await lockArticlesOf(tx, [id]);
  await clientOf(tx).$queryRaw`SELECT 1 FROM "Claim" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return findClaim(id, tx);
}

export async function findClaimByIdempotencyKey(key: string, tx?: Tx): Promise<Claim | null> {
  const row = await clientOf(tx).claim.findUnique({ where: { idempotencyKey: key }, include: withRelations });
  return row && toOneClaim(row, tx);
}

/** The claims of an article whose idempotency key begins with a prefix, deleted ones included. */
export async function listClaimKeys(
  articleId: string,
  prefix: string,
  tx?: Tx,
): Promise<{ id: string; idempotencyKey: string; deleted: boolean }[]> {
  const rows = await clientOf(tx).claim.findMany({
    where: { articleId, idempotencyKey: { startsWith: prefix } },
    select: { id: true, idempotencyKey: true, deletedAt: true },
  });
  return rows.map(({ id, idempotencyKey, deletedAt }) => ({
    id,
    idempotencyKey: idempotencyKey ?? "",
    deleted: deletedAt !== null,
  }));
}

/** All claims of an article that are not deleted, in reading order. */
export async function listClaimsOfArticle(articleId: string, tx?: Tx): Promise<Claim[]> {
  const rows = await clientOf(tx).claim.findMany({
    where: { articleId, deletedAt: null },
    include: withRelations,
  });
  return (await toClaims(rows, tx)).sort(
    (a, b) => a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || a.number - b.number,
  );
}

/** The number of claims of an article that are not deleted. */
export async function countClaimsOfArticle(articleId: string): Promise<number> {
  return clientOf().claim.count({ where: { articleId, deletedAt: null } });
}

/** Number and statement of each claim of an article, including deleted ones. */
export async function listClaimNames(
  articleId: string,
  tx?: Tx,
): Promise<{ id: string; number: number; statement: string; deleted: boolean }[]> {
  const rows = await clientOf(tx).claim.findMany({
    where: { articleId },
    select: { id: true, number: true, statement: true, deletedAt: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ deletedAt, ...name }) => ({ ...name, deleted: deletedAt !== null }));
}

/** The claims with some ids that belong to an article and are not deleted. */
export async function listClaimsById(articleId: string, ids: readonly string[]): Promise<Claim[]> {
  const rows = await clientOf().claim.findMany({
    where: { articleId, deletedAt: null, id: { in: ids.filter(isUuid) } },
    include: withRelations,
  });
  return toClaims(rows);
}

/** Claims in review or disputed. Written out, so that Postgres finds the index of exactly these. */
const waitsForReview = Prisma.sql`c."state" IN ('in_review', 'disputed') AND c."deletedAt" IS NULL AND NOT c."excluded"`;

/** Claims in review or disputed, longest waiting first. */
export async function listClaimsInReview(
  limit: number,
): Promise<(Claim & { article: { id: string; slug: string; title: string; scaleId: string } })[]> {
  const ids = await clientOf().$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Claim" c WHERE ${waitsForReview} ORDER BY c."updatedAt", c."id" LIMIT ${limit}`;
  const rows = await clientOf().claim.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
    include: {
      ...withRelations,
      article: {
        select: {
          currentVersionId: true,
          requiredApprovals: true,
          purpose: true,
          id: true,
          slug: true,
          title: true,
          scaleId: true,
        },
      },
    },
  });
  const claims = await toClaims(rows);
  return rows.map(({ article: { id, slug, title, scaleId } }, index) => ({
    ...(claims[index] as Claim),
    article: { id, slug, title, scaleId },
  }));
}

/** Number of claims in review or disputed, to one more than `COUNT_LIMIT`. */
export async function countClaimsInReview(): Promise<number> {
  const [row] = await clientOf().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (SELECT 1 FROM "Claim" c WHERE ${waitsForReview} LIMIT ${COUNT_READS}) counted`;
  return row?.count ?? 0;
}

/**
 * Number of claims awaiting a person who wrote none of their content: for approval, a vote or a decision.
 * @returns at most one more than `COUNT_LIMIT`
 */
export async function countClaimsAwaiting(personId: string): Promise<number> {
  const [row] = await clientOf().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM "Claim" c LEFT JOIN "Verdict" v ON v."id" = c."currentVerdictId"
        LEFT JOIN "ClaimOutcome" o ON o."id" = c."currentOutcomeId" JOIN "Article" a ON a."id" = c."articleId"
      WHERE ${waitsForReview}
        AND ${personId}::uuid NOT IN (
          c."createdById", c."lastEditedById", CASE WHEN a."purpose" = 'manuscript' THEN o."givenById" ELSE v."givenById" END
        )
        AND (c."state" = 'disputed' OR NOT EXISTS (
          SELECT 1 FROM "Vote" o
          WHERE o."claimId" = c."id" AND o."contentRevision" = c."contentRevision" AND o."voterId" = ${personId}::uuid
        ))
      LIMIT ${COUNT_READS}
    ) counted`;
  return row?.count ?? 0;
}

/** Moves approved claims into or out of what readers see. Their content does not change. */
export async function setPublished(
  tx: Tx,
  ids: readonly string[],
  state: "approved" | "published",
  at: Date,
): Promise<void> {
  await clientOf(tx).claim.updateMany({
    where: { id: { in: [...ids] } },
    data: { state, revision: { increment: 1 }, updatedAt: at },
  });
}

export interface ClaimFields {
  statement: string;
  claimantId: string | null;
  /** At the time of the claim; null without a claimant. */
  claimantRole: string | null;
  carriedBy: string | null;
  /** ISO 8601 day. */
  claimedOn: string | null;
  kind: ClaimKind;
  tags: string[];
}

/** Numbers the claim after all that its article ever had. The article must be locked. */
export async function insertClaim(
  tx: Tx,
  claim: ClaimFields & {
    articleId: string;
    versionId: string;
    actorId: string;
    idempotencyKey: string;
    anchor: AnchorDescription;
  },
): Promise<string> {
  const client = clientOf(tx);
  const { articleId, versionId, actorId, anchor, claimedOn, ...fields } = claim;
  const last = await client.claim.aggregate({ where: { articleId }, _max: { number: true } });
  const { reservedNumbers } = await client.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { reservedNumbers: true },
  });
  const { id } = await client.claim.create({
    data: {
      ...fields,
      articleId,
      claimedOn: fromDay(claimedOn),
      number: Math.max(last._max.number ?? 0, reservedNumbers) + 1,
      createdById: actorId,
      lastEditedById: actorId,
      anchors: { create: { versionId, ...anchor } },
    },
    select: { id: true },
  });
  return id;
}

/** Changes a locked claim and raises its revision; with `editedBy`, that of its content as well. */
export async function updateClaim(
  tx: Tx,
  id: string,
  change: Partial<ClaimFields> & {
    state?: ClaimState;
    excluded?: boolean;
    excludedReason?: string | null;
    deleted?: boolean;
    editedBy?: string;
    /** Starts a new round of votes on unchanged content. */
    newRound?: boolean;
    /** Why it is a draft again; null once it is approved. */
    reopened?: { fields: readonly ChangedField[]; byId: string } | null;
  },
): Promise<void> {
  const { claimedOn, deleted, editedBy, newRound, reopened, ...plain } = change;
  await clientOf(tx).claim.update({
    where: { id },
    data: {
      ...plain,
      ...(claimedOn === undefined ? {} : { claimedOn: fromDay(claimedOn) }),
      ...(deleted === undefined ? {} : { deletedAt: deleted ? new Date() : null }),
      ...(editedBy === undefined ? {} : { lastEditedById: editedBy }),
      ...(editedBy !== undefined || newRound ? { contentRevision: { increment: 1 } } : {}),
      ...(reopened === undefined
        ? {}
        : {
            reopenedFields: [...(reopened?.fields ?? [])],
            reopenedById: reopened?.byId ?? null,
            reopenedAt: reopened ? new Date() : null,
          }),
      revision: { increment: 1 },
    },
  });
}

/** Adds a verdict and makes it the claim's. */
export async function insertVerdict(
  tx: Tx,
  verdict: {
    claimId: string;
    ratingId: string;
    rationaleDoc: DocumentNode;
    rationaleText: string;
    givenById: string;
  },
): Promise<void> {
  const client = clientOf(tx);
  const { id } = await client.verdict.create({
    data: { ...verdict, rationaleDoc: toJson(verdict.rationaleDoc) },
    select: { id: true },
  });
  await client.claim.update({ where: { id: verdict.claimId }, data: { currentVerdictId: id } });
}

/** Removes the verdict from a claim; its row stays in the history. */
export async function clearVerdict(tx: Tx, claimId: string): Promise<void> {
  await clientOf(tx).claim.update({ where: { id: claimId }, data: { currentVerdictId: null } });
}
