import { z } from "zod";
import { lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { lockClaim } from "@/lib/db/claims";
import { deleteReviewDate, findReviewDate, type ReviewDate, saveReviewDate } from "@/lib/db/review-dates";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { isoDay, optional } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { ok, type Result } from "@/lib/result";
import { dayIn } from "@/lib/watching/review-day";
import { words } from "@/lib/words/words";
import { closeFlags } from "@/lib/workflows/flags/close-flags";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** Characters of a reason. */
export const MAX_REASON_LENGTH = 500;

const inputSchema = z.object({
  articleId: z.string(),
  /** Null for the article as a whole. */
  claimId: z.string().nullable(),
  /** ISO 8601 day; null removes the review date. */
  on: isoDay,
  reason: optional("The reason", MAX_REASON_LENGTH),
});

export type SetReviewDateInput = z.input<typeof inputSchema>;

/** What a review date needs: a day that is not past, and a reason. @returns the refusal, or null */
export function refusedReviewDate(
  { on, reason }: { on: string; reason: string | null },
  now: Date,
): { ok: false; error: Failure } | null {
  const t = words("watching");
  if (on < dayIn(now, env().digestAt.timeZone))
    return invalid(t("error.dayPast"), { on: [t("error.dayPast")] });
  if (!reason) return invalid(t("error.reasonMissing"), { reason: [t("error.reasonMissing")] });
  return null;
}

/** Sets, changes or removes the day on which a claim, or an article as a whole, is to be reviewed again. */
export async function setReviewDate(
  actor: Actor,
  input: SetReviewDateInput,
  now = new Date(),
): Promise<Result<ReviewDate | null, Failure>> {
  const isStaff = asResult(can(actor, "read", "article"));
  if (!isStaff.ok) return isStaff;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, claimId, on, reason } = parsed.value;
  const refused = on === null ? null : refusedReviewDate({ on, reason }, now);
  if (refused) return refused;
  return inTransaction(async (tx) => {
    const found = await lockSubject(tx, actor, { articleId, claimId });
    if (!found.ok) return found;
    const subject = { articleId, claimId };
    const before = await findReviewDate(subject, tx);
    if (before?.on === (on ?? undefined) && before?.reason === (reason ?? undefined)) return ok(before);
    // A flag about the earlier day no longer applies.
    const kinds = ["review_due"] as const;
    await closeFlags(tx, claimId === null ? { articleId, claimId, kinds } : { claimId, kinds }, {
      actorId: actor.id,
      at: now,
      outcome: "withdrawn",
      note: null,
    });
    await writeReviewDate(tx, actor, subject, on === null ? null : { on, reason: reason ?? "" });
    return ok(await findReviewDate(subject, tx));
  });
}

/** Writes a review date, or with null removes it, with its event in the history. */
export async function writeReviewDate(
  tx: Tx,
  actor: Actor,
  subject: { articleId: string; claimId: string | null },
  next: { on: string; reason: string } | null,
): Promise<void> {
  const before = await findReviewDate(subject, tx);
  if (next) await saveReviewDate(tx, { ...subject, ...next, setById: actor.id });
  else if (before) await deleteReviewDate(tx, subject);
  else return;
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: subject.claimId === null ? "article.set-review-date" : "claim.set-review-date",
    targetType: subject.claimId === null ? "article" : "claim",
    targetId: subject.claimId ?? subject.articleId,
    articleId: subject.articleId,
    from: before && { reviewOn: before.on, reason: before.reason },
    to: next && { reviewOn: next.on, reason: next.reason },
  });
}

/** Locks the claim or article, if the actor can change it. */
async function lockSubject(
  tx: Tx,
  actor: Actor,
  { articleId, claimId }: { articleId: string; claimId: string | null },
): Promise<Result<null, Failure>> {
  if (claimId !== null) {
    const claim = await lockClaim(tx, claimId);
    if (!claim || claim.deleted || claim.articleId !== articleId) return notFound("claim");
    return asResult(can(actor, "edit", "claim", claimTarget(claim)));
  }
  const article = await lockArticle(tx, articleId);
  if (!article) return notFound("article");
  return asResult(can(actor, "edit-details", "article", { articleId }));
}
