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

const inputSchema = z.object({
  articleId: z.string(),
  revision: z.int(),
  requiredApprovals: z
    .int("Enter a whole number from 1 to 5.")
    .min(1, "Enter a whole number from 1 to 5.")
    .max(5, "Enter a whole number from 1 to 5."),
});
const opening = {
  action: "raise-approvals",
  input: inputSchema,
  doing: "raise the number of approvals",
} as const;

export type RaiseApprovalsInput = z.input<typeof inputSchema>;

/**
 * Raises how many people must sign off each claim of an article. Claims that fewer people have signed go back into review, in a new round.
 * The number is never lowered: the promise made about an article holds.
 */
export async function raiseApprovals(
  actor: Actor,
  input: RaiseApprovalsInput,
): Promise<Result<Article, Failure>> {
  return withLockedArticle(actor, opening, input, async (tx, before, sent) => {
    const { articleId, revision, requiredApprovals } = sent;
    if (before.purpose === "manuscript") {
      const message =
        "One person signs off each claim of a manuscript. Turn it into a public fact-check before you require more.";
      return invalid(message, { requiredApprovals: [message] });
    }
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
    // Deleted claims too: they can be restored as they are.
    for (const { id } of await listClaimNames(articleId, tx)) {
      const claim = await lockClaim(tx, id);
      if (!claim || !needsNewRound(claim, before.requiredApprovals)) continue;
      const reopened = await applyTransition(tx, actor, claim, { action: "raise_approvals" });
      if (!reopened.ok) return reopened;
    }
    return ok(after);
  });
}

/** Whether a claim needs a new round: fewer people signed it, or votes were visible while one approval was enough. */
function needsNewRound({ state, voting }: Claim, requiredBefore: number): boolean {
  if (state === "in_review") return requiredBefore < 2 && voting.voted > 0;
  return state === "disputed" || isSigned({ state });
}
