import type { ChangedField } from "@/lib/claims/claim";
import { listRelatives, setAdoption } from "@/lib/db/claim-families";
import type { Tx } from "@/lib/db/transaction";
import { type FlagKind, flagKeys } from "@/lib/watching/flag";
import { closeFlags } from "./close-flags";
import { raiseFlags } from "./raise-flags";

/** Flags that a change of the verdict or the evidence answers. */
const ANSWERED_BY_EVIDENCE: FlagKind[] = ["page_changed", "excerpt_gone", "family_changed"];
const ANSWERED_BY_VERDICT: FlagKind[] = [...ANSWERED_BY_EVIDENCE, "review_due"];

/**
 * After a change of a claim's content: resolves its flags that the change answers, and flags the other claims of its family.
 * @param adoptedFrom the claim whose content it has now, which needs no flag
 */
export async function noteContentChange(
  tx: Tx,
  actorId: string,
  claim: { id: string; articleId: string },
  changedFields: readonly ChangedField[],
  { now = new Date(), adoptedFrom = null }: { now?: Date; adoptedFrom?: string | null } = {},
): Promise<void> {
  const changed = (["verdict", "evidence"] as const).filter((field) => changedFields.includes(field));
  if (changed.length === 0) return;
  await closeFlags(
    tx,
    {
      claimId: claim.id,
      kinds: changed.includes("verdict") ? ANSWERED_BY_VERDICT : ANSWERED_BY_EVIDENCE,
    },
    { actorId, at: now, outcome: adoptedFrom ? "adopted" : "changed", note: null },
  );
  if (changed.includes("verdict") && adoptedFrom === null) await setAdoption(tx, claim.id, null);
  const relatives = await listRelatives(tx, claim.id);
  await raiseFlags(
    tx,
    relatives
      .filter(({ claimId }) => claimId !== adoptedFrom)
      .map(({ claimId, articleId }) => ({
        kind: "family_changed" as const,
        key: flagKeys.family(claimId, claim.id),
        articleId,
        claimId,
        causeId: claim.id,
        detail: { changed },
      })),
    { now, actorId },
  );
}
