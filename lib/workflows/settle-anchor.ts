import { z } from "zod";
import { type AnchorDescription, describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { Claim } from "@/lib/claims/claim";
import { getVersion, touchArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { confirmAnchor, findClaim, lockClaim, updateClaim } from "@/lib/db/claims";
import { insertReview } from "@/lib/db/reviews";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { claimTarget } from "./claim-target";
import { asResult, invalid, notFound, parseInput } from "./refusals";

const input = z.object({
  claimId: z.string(),
  revision: z.int(),
  /** The version that the place is in. */
  versionId: z.string(),
  /** UTF-16 units of that version's text; null takes the place that was found. */
  place: z.object({ start: z.int(), end: z.int() }).nullable(),
});

export type SettleAnchorInput = z.input<typeof input>;

/**
 * Says where a claim stands: at the place that was found for it, or at one that an editor selected. A claim that was in review or
 * approved goes back to draft if its words are others now: those were not signed.
 */
export async function settleAnchor(actor: Actor, given: SettleAnchorInput): Promise<Result<Claim, Failure>> {
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { claimId, revision, versionId, place } = parsed.value;

  return inTransaction(async (tx) => {
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
    const { text } = await getVersion(versionId, tx);
    const described = place ? describePlace(text, place) : ok(pick(before));
    if (!described.ok) return described;
    await confirmAnchor(tx, claimId, versionId, described.value);
    const signed = before.anchor.before ?? before.anchor.exact;
    const reopened =
      described.value.exact !== signed && (before.state === "in_review" || before.state === "approved");
    await updateClaim(tx, claimId, reopened ? { state: "draft", editedBy: actor.id } : {});
    if (reopened)
      await insertReview(tx, {
        claimId,
        action: "reopen",
        note: "Changed: passage",
        fromState: before.state,
        toState: "draft",
        contentRevision: before.contentRevision + 1,
        actorId: actor.id,
      });
    await touchArticle(tx, before.articleId);
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.settle-anchor",
      targetType: "claim",
      targetId: claimId,
      articleId: before.articleId,
      from: { ...pick(before), outcome: before.anchor.outcome },
      to: described.value,
    });
    const after = await findClaim(claimId, tx);
    return after ? ok(after) : notFound("claim");
  });
}

function pick({ anchor: { start, end, exact, prefix, suffix } }: Claim): AnchorDescription {
  return { start, end, exact, prefix, suffix };
}

function describePlace(
  text: string,
  { start, end }: { start: number; end: number },
): Result<AnchorDescription, Failure> {
  if (start < 0 || end > text.length || start >= end || text.slice(start, end).trim() === "")
    return invalid("Nothing is selected. Select the words of the claim in the article first.");
  return ok(describeAnchor(text, start, end));
}
