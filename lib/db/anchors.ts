import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import { type Anchor, type AnchorOutcome, needsChecking } from "@/lib/claims/claim";
import { clientOf, type Tx } from "./transaction";

/** The newest anchor that did not need checking. */
export function lastConfirmed<Row extends { outcome: AnchorOutcome; createdAt: Date }>(
  anchors: readonly Row[],
): Row | undefined {
  return anchors
    .filter((anchor) => !needsChecking(anchor))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
}

export interface ConfirmedAnchor {
  claimId: string;
  /** Deleted claims are re-anchored too, because they can be restored. */
  deleted: boolean;
  /** The version that it is anchored in. */
  versionId: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/** For every claim of an article, including deleted ones, the newest anchor that did not need checking. */
export async function listConfirmedAnchors(articleId: string, tx?: Tx): Promise<ConfirmedAnchor[]> {
  const rows = await clientOf(tx).claim.findMany({
    where: { articleId },
    select: { id: true, deletedAt: true, anchors: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ id, deletedAt, anchors }) => {
    const confirmed = lastConfirmed(anchors);
    if (!confirmed) throw new Error(`claim ${id} was never anchored`);
    const { versionId, start, end, exact, prefix, suffix } = confirmed;
    return { claimId: id, deleted: deletedAt !== null, versionId, start, end, exact, prefix, suffix };
  });
}

export type NewAnchor = AnchorDescription & { claimId: string; outcome: AnchorOutcome; score: number | null };

/** A claim's anchor in one of several versions. */
export interface AnchorInVersion {
  claimId: string;
  number: number;
  statement: string;
  versionId: string;
  start: number;
  end: number;
  exact: string;
  outcome: AnchorOutcome;
}

/** The anchors of an article's claims in some of its versions, without deleted claims. */
export async function listAnchorsInVersions(versionIds: readonly string[]): Promise<AnchorInVersion[]> {
  const rows = await clientOf().anchor.findMany({
    where: { versionId: { in: [...versionIds] }, claim: { deletedAt: null } },
    include: { claim: { select: { number: true, statement: true } } },
    orderBy: [{ start: "asc" }, { end: "desc" }],
  });
  return rows.map(({ claim, claimId, versionId, start, end, exact, outcome }) => ({
    claimId,
    number: claim.number,
    statement: claim.statement,
    versionId,
    start,
    end,
    exact,
    outcome,
  }));
}

/** Stores the anchors of claims in a new version. */
export async function insertAnchors(tx: Tx, versionId: string, anchors: readonly NewAnchor[]): Promise<void> {
  await clientOf(tx).anchor.createMany({ data: anchors.map((anchor) => ({ ...anchor, versionId })) });
}

/** Replaces a claim's anchor in a version, as confirmed by an editor. */
export async function updateAnchor(
  tx: Tx,
  claimId: string,
  versionId: string,
  anchor: AnchorDescription,
): Promise<void> {
  await clientOf(tx).anchor.update({
    where: { claimId_versionId: { claimId, versionId } },
    data: { ...anchor, outcome: "confirmed", score: null },
  });
}

/** An anchor with how it was found in its version. */
export type FoundAnchor = AnchorDescription & Pick<Anchor, "outcome" | "score">;

/** Replaces a claim's anchor in a version by one that it had before. */
export async function restoreAnchorRow(
  tx: Tx,
  claimId: string,
  versionId: string,
  { start, end, exact, prefix, suffix, outcome, score }: FoundAnchor,
): Promise<void> {
  await clientOf(tx).anchor.update({
    where: { claimId_versionId: { claimId, versionId } },
    data: { start, end, exact, prefix, suffix, outcome, score },
  });
}
