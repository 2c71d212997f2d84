import { z } from "zod";
import { ARTICLE_PURPOSES } from "@/lib/claims/article-purpose";
import { isSubmitted } from "@/lib/claims/claim";
import { type Article, updateArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listClaimNames, lockClaim, updateClaim } from "@/lib/db/claims";
import { findLatestPublication } from "@/lib/db/publications";
import { insertReview } from "@/lib/db/reviews";
import { findSchedule } from "@/lib/db/scheduled-publications";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { withLockedArticle } from "@/lib/workflows/articles/with-locked-article";
import { invalid, notFound } from "@/lib/workflows/refusals";

const inputSchema = z.object({
  articleId: z.string(),
  revision: z.int(),
  purpose: z.enum(ARTICLE_PURPOSES, "Choose whether this is a public fact-check or a manuscript."),
});
const opening = { action: "change-purpose", input: inputSchema, doing: "change its purpose" } as const;

export type ChangePurposeInput = z.input<typeof inputSchema>;

/**
 * Turns a manuscript into a public fact-check, or an article that was never published into a manuscript. Claims in review and claims that are
 * signed off go back to draft, because they were signed off for something else. Their verdicts and outcomes stay.
 */
export async function changePurpose(
  actor: Actor,
  input: ChangePurposeInput,
): Promise<Result<Article, Failure>> {
  return withLockedArticle(actor, opening, input, async (tx, before, sent) => {
    const { articleId, revision, purpose } = sent;
    if (purpose === before.purpose) return ok(before);
    if (await findLatestPublication(articleId, tx))
      return invalid("This article was published, so it can't become a manuscript. Import the text again.");
    if (await findSchedule(articleId, tx))
      return invalid("The article is scheduled to be published. Cancel that first.");
    // Deleted claims too: they can be restored as they are.
    for (const { id } of await listClaimNames(articleId, tx)) {
      const claim = await lockClaim(tx, id);
      if (!claim || !isSubmitted(claim)) continue;
      await updateClaim(tx, id, {
        state: "draft",
        newRound: true,
        reopened: { fields: [], byId: actor.id },
      });
      await insertReview(tx, {
        claimId: id,
        action: "reopen",
        note: null,
        fromState: claim.state,
        toState: "draft",
        contentRevision: claim.contentRevision + 1,
        actorId: actor.id,
      });
      await appendAuditEvent(tx, {
        actorId: actor.id,
        action: "claim.reopen",
        targetType: "claim",
        targetId: id,
        articleId,
        from: { state: claim.state },
        to: { state: "draft" },
      });
    }
    const after = await updateArticle(tx, articleId, revision, { purpose });
    if (!after) return notFound("article");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "article.change-purpose",
      targetType: "article",
      targetId: articleId,
      articleId,
      from: { purpose: before.purpose },
      to: { purpose },
    });
    return ok(after);
  });
}
