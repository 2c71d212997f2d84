import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import { type AnchorOutcome, needsChecking } from "@/lib/claims/claim";
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
  await clientOf(tx).threadAnchor.createMany({
    data: anchors.map((anchor) => ({ ...anchor, versionId })),
  });
}
