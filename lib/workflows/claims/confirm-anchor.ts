import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { getVersionText } from "@/lib/db/articles";
import { findClaim, lockClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import { operationId } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { anchorOf, describeRange, moveClaim } from "./move-claim";

const input = z.object({
  claimId: z.string(),
  revision: z.int(),
  /** The version that the place is in. */
  versionId: z.string(),
  /** UTF-16 units of that version's text; null takes the place that was found. */
  place: z.object({ start: z.int(), end: z.int() }).nullable(),
  operationId,
});

export type ConfirmAnchorInput = z.input<typeof input>;

/** Says where a claim stands: at the place that was found for it, or at one that an editor selected. */
export async function confirmAnchor(
  actor: Actor,
  given: ConfirmAnchorInput,
): Promise<Result<Claim, Failure>> {
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { claimId, revision, versionId, place, operationId: key } = parsed.value;

  return inTransactionOnce(actor.id, key, async (tx) => {
    const before = await lockClaim(tx, claimId);
    if (!before || before.deleted) return notFound("claim");
    const allowed = asResult(can(actor, "edit", "claim", claimTarget(before)));
    if (!allowed.ok) return allowed;
    if (before.revision !== revision || before.anchor.versionId !== versionId)
      return err({
        kind: "stale",
        message: "This claim or the article's text was changed in the meantime. Look at it as it is now.",
        current: before,
      });
    if (!place && before.anchor.outcome !== "changed")
      return invalid(
        "There is no place to confirm. Select the claim's words in the article and attach it to them.",
      );
    const described = place
      ? describeRange(await getVersionText(versionId, tx), place)
      : ok(anchorOf(before));
    if (!described.ok) return described;
    await moveClaim(tx, actor, before, described.value);
    const after = await findClaim(claimId, tx);
    return after ? ok(after) : notFound("claim");
  });
}
