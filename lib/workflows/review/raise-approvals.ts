import { z } from "zod";
import { type Claim, isSigned } from "@/lib/claims/claim";
import { type Article, updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listClaimNames, lockClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { withLockedArticle } from "@/lib/workflows/articles/with-locked-article";
import { invalid, notFound } from "@/lib/workflows/refusals";
import { applyTransition } from "./apply-transition";

const input = z.object({
  articleId: z.string(),
  revision: z.int(),
  requiredApprovals: z
    .int("Give a whole number from 1 to 5.")
    .min(1, "Give a whole number from 1 to 5.")
    .max(5, "Give a whole number from 1 to 5."),
});
const opening = { action: "raise-approvals", input, doing: "go on" } as const;

export type RaiseApprovalsInput = z.input<typeof input>;

/**
 * Asks for more people to sign off the claims of an article. What fewer have signed goes back into review, in a round of its own.
 * The number is never lowered: what was promised about an article holds.
 */
export async function raiseApprovals(
  actor: Actor,
  given: RaiseApprovalsInput,
): Promise<Result<Article, Failure>> {
  return withLockedArticle(actor, opening, given, async (tx, before, sent) => {
    const { articleId, revision, requiredApprovals } = sent;
    if (requiredApprovals <= before.requiredApprovals) {
      const message = `${before.requiredApprovals} ${before.requiredApprovals === 1 ? "person signs" : "people sign"} off each claim. The number can be raised, not lowered.`;
      return invalid(message, { requiredApprovals: [message] });
    }
    const after = await updateArticle(tx, articleId, revision, { requiredApprovals });
    if (!after) return notFound("article");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.raise-approvals",
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { requiredApprovals: before.requiredApprovals },
      to: { requiredApprovals },
    });
    // Deleted ones too: they can be brought back as they are.
    for (const { id } of await listClaimNames(articleId, tx)) {
      const claim = await lockClaim(tx, id);
      if (!claim || !beginsAnew(claim, before.requiredApprovals)) continue;
      const asked = await applyTransition(tx, actor, claim, { action: "raise_approvals" });
      if (!asked.ok) return asked;
    }
    return ok(after);
  });
}

/** Whether a claim needs a round of its own: what fewer signed, and what was voted on openly, while one approval was enough. */
function beginsAnew({ state, voting }: Claim, requiredBefore: number): boolean {
  if (state === "in_review") return requiredBefore < 2 && voting.voted > 0;
  return state === "disputed" || isSigned({ state });
}
