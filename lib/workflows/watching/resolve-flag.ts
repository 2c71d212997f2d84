import { z } from "zod";
import { lockArticle } from "@/lib/db/articles";
import { findClaim, lockClaim } from "@/lib/db/claims";
import { findFlag } from "@/lib/db/flags";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { isoDay, optional } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import type { Flag } from "@/lib/watching/flag";
import { words } from "@/lib/words/words";
import { closeFlags } from "@/lib/workflows/flags/close-flags";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { applyTransition } from "@/lib/workflows/review/apply-transition";
import { MAX_REASON_LENGTH, refusedReviewDate, writeReviewDate } from "./set-review-date";

/** Characters of a note. */
const MAX_NOTE_LENGTH = 2_000;

const note = optional("The note", MAX_NOTE_LENGTH);

const confirmInput = z.object({
  flagId: z.string(),
  note,
  /** review_due: the next review, ISO 8601 day; null for none. */
  nextOn: isoDay,
  /** Why it is to be reviewed then; by default the reason of this review. */
  nextReason: optional("The reason", MAX_REASON_LENGTH),
});

export type ConfirmFlagInput = z.input<typeof confirmInput>;

/** Resolves a flag: someone looked, and the claim or article is still right. */
export async function confirmFlag(
  actor: Actor,
  input: ConfirmFlagInput,
  now = new Date(),
): Promise<Result<null, Failure>> {
  const isStaff = asResult(can(actor, "read", "article"));
  if (!isStaff.ok) return isStaff;
  const parsed = parseInput(confirmInput, input);
  if (!parsed.ok) return parsed;
  const { flagId, nextOn, nextReason } = parsed.value;
  return inTransaction(async (tx) => {
    const found = await lockFlagged(tx, actor, flagId);
    if (!found.ok) return found;
    const flag = found.value;
    const t = words("watching");
    if (parsed.value.note === null && flag.kind !== "idle")
      return invalid(t("error.noteMissing"), { note: [t("error.noteMissing")] });
    await closeFlags(
      tx,
      { id: flag.id },
      { actorId: actor.id, at: now, outcome: "confirmed", note: parsed.value.note },
    );
    if (nextOn !== null) {
      const next = { on: nextOn, reason: nextReason ?? flag.detail.reason ?? parsed.value.note ?? "" };
      const refused = refusedReviewDate(next, now);
      if (refused) return refused;
      await writeReviewDate(tx, actor, { articleId: flag.article.id, claimId: flag.claim?.id ?? null }, next);
    }
    return ok(null);
  });
}

const reopenInput = z.object({ flagId: z.string(), note });

export type ReopenFlaggedInput = z.input<typeof reopenInput>;

/** Reopens a flagged claim, so that it is checked again, and resolves the flag. */
export async function reopenFlagged(
  actor: Actor,
  input: ReopenFlaggedInput,
  now = new Date(),
): Promise<Result<null, Failure>> {
  const isStaff = asResult(can(actor, "read", "article"));
  if (!isStaff.ok) return isStaff;
  const parsed = parseInput(reopenInput, input);
  if (!parsed.ok) return parsed;
  return inTransaction(async (tx) => {
    const found = await lockFlagged(tx, actor, parsed.value.flagId);
    if (!found.ok) return found;
    const claim = found.value.claim && (await findClaim(found.value.claim.id, tx));
    if (!claim) return invalid(words("watching")("error.notClaim"));
    // A claim that is checked now is open already: only the flag is resolved.
    if (claim.state === "approved" || claim.state === "published") {
      const allowed = asResult(can(actor, "reopen", "claim", claimTarget(claim)));
      if (!allowed.ok) return allowed;
      const reopened = await applyTransition(tx, actor, claim, { action: "reopen", note: parsed.value.note });
      if (!reopened.ok) return reopened;
    }
    await closeFlags(
      tx,
      { id: found.value.id },
      { actorId: actor.id, at: now, outcome: "reopened", note: parsed.value.note },
    );
    return ok(null);
  });
}

/** An open flag, with its claim or article locked, if the actor can change that. */
async function lockFlagged(tx: Tx, actor: Actor, flagId: string): Promise<Result<Flag, Failure>> {
  const seen = await findFlag(flagId, tx);
  if (!seen) return notFound("flag");
  if (seen.claim) {
    const claim = await lockClaim(tx, seen.claim.id);
    if (!claim || claim.deleted) return notFound("claim");
    const allowed = asResult(can(actor, "edit", "claim", claimTarget(claim)));
    if (!allowed.ok) return allowed;
  } else {
    await lockArticle(tx, seen.article.id);
    const allowed = asResult(can(actor, "edit-details", "article", { articleId: seen.article.id }));
    if (!allowed.ok) return allowed;
  }
  // Again, now that no one else can resolve it.
  const flag = await findFlag(flagId, tx);
  if (!flag) return notFound("flag");
  return flag.resolvedAt === null ? ok(flag) : resolvedAlready(flag);
}

function resolvedAlready({ resolvedBy }: Flag): { ok: false; error: Failure } {
  const t = words("watching");
  return err({
    kind: "stale",
    message: resolvedBy ? t("error.resolved", { name: resolvedBy.name }) : t("error.resolvedItself"),
    current: null,
  });
}
