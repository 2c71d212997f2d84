import { z } from "zod";
import { type Article, lockArticle, updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listClaimsOfArticle, lockClaim } from "@/lib/db/claims";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "./refusals";
import { takeStep } from "./take-step";

const input = z.object({
  articleId: z.string(),
  revision: z.int(),
  requiredApprovals: z
    .int("Give a whole number from 1 to 5.")
    .min(1, "Give a whole number from 1 to 5.")
    .max(5, "Give a whole number from 1 to 5."),
});

export type RaiseApprovalsInput = z.input<typeof input>;

/**
 * Asks for more people to sign off the claims of an article. What fewer have signed goes back into review, in a round of its own.
 * The number is never lowered: what was promised about an article holds.
 */
export async function raiseApprovals(
  actor: Actor,
  given: RaiseApprovalsInput,
): Promise<Result<Article, Failure>> {
  const allowed = asResult(can(actor, "raise-approvals", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const { articleId, revision, requiredApprovals } = parsed.value;
  return inTransaction(async (tx) => {
    const before = await lockArticle(tx, articleId);
    if (!before) return notFound("article");
    if (before.revision !== revision)
      return err({
        kind: "stale",
        message: "The article was changed in the meantime. Look at it again before you go on.",
        current: before,
      });
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
    for (const { id } of await listClaimsOfArticle(articleId, tx)) {
      const claim = await lockClaim(tx, id);
      if (!claim || !["split", "approved", "published"].includes(claim.state)) continue;
      const asked = await takeStep(tx, actor, claim, { action: "ask_more" });
      if (!asked.ok) return asked;
    }
    return ok(after);
  });
}
