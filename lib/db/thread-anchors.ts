import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import { type AnchorOutcome, needsChecking } from "@/lib/claims/claim";
import { clientOf, type Tx } from "./transaction";

/** Where the passage of a thread stood when its words were last what they had been. */
export interface ConfirmedPassage extends AnchorDescription {
  threadId: string;
  /** The version that it stands in. */
  versionId: string;
}

/** For every thread on a passage of an article, the newest anchor whose words are those that it was begun on. */
export async function listConfirmedPassages(tx: Tx, articleId: string): Promise<ConfirmedPassage[]> {
  const rows = await clientOf(tx).commentThread.findMany({
    where: { articleId, anchors: { some: {} } },
    select: { id: true, anchors: { orderBy: { createdAt: "asc" } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, anchors }) => {
    const sure = anchors.findLast((each) => !needsChecking(each));
    if (!sure) throw new Error(`thread ${id} was never anchored`);
    const { versionId, start, end, exact, prefix, suffix } = sure;
    return { threadId: id, versionId, start, end, exact, prefix, suffix };
  });
}

/** Says where passages of threads stand in a version that is new. */
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
