import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import { type AnchorOutcome, needsChecking } from "@/lib/claims/claim";
import { clientOf, type Tx } from "./transaction";

/** The newest anchor that did not wait for an editor. */
export function lastConfirmed<Row extends { outcome: AnchorOutcome; createdAt: Date }>(
  anchors: readonly Row[],
): Row | undefined {
  return anchors
    .filter((anchor) => !needsChecking(anchor))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
}

export interface ConfirmedAnchor {
  claimId: string;
  /** The claim was deleted; it is followed all the same, as it can be brought back. */
  deleted: boolean;
  /** The version that it stands in. */
  versionId: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/** For every claim of an article, deleted ones too, the newest anchor that did not wait for an editor. */
export async function listConfirmedAnchors(tx: Tx, articleId: string): Promise<ConfirmedAnchor[]> {
  const rows = await clientOf(tx).claim.findMany({
    where: { articleId },
    select: { id: true, deletedAt: true, anchors: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ id, deletedAt, anchors }) => {
    const sure = lastConfirmed(anchors);
    if (!sure) throw new Error(`claim ${id} was never anchored`);
    const { versionId, start, end, exact, prefix, suffix } = sure;
    return { claimId: id, deleted: deletedAt !== null, versionId, start, end, exact, prefix, suffix };
  });
}

export type NewAnchor = AnchorDescription & { claimId: string; outcome: AnchorOutcome; score: number | null };

/** Where a claim stands in one of two versions. */
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

/** Where the claims of an article, but for deleted ones, stand in some of its versions. */
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

/** Says where claims stand in a version that is new. */
export async function insertAnchors(tx: Tx, versionId: string, anchors: readonly NewAnchor[]): Promise<void> {
  await clientOf(tx).anchor.createMany({ data: anchors.map((anchor) => ({ ...anchor, versionId })) });
}

/** Says where a claim stands in a version that it was anchored to before. An editor said so. */
export async function updateAnchor(
  tx: Tx,
  claimId: string,
  versionId: string,
  place: AnchorDescription,
): Promise<void> {
  await clientOf(tx).anchor.update({
    where: { claimId_versionId: { claimId, versionId } },
    data: { ...place, outcome: "confirmed", score: null },
  });
}
