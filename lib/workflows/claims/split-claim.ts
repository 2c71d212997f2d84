import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { claimContentInput } from "@/lib/claims/claim-input";
import { getVersionText } from "@/lib/db/article-versions";
import { lockArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { findClaim, findClaimByIdempotencyKey, insertClaim, lockClaim } from "@/lib/db/claims";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { recordOf } from "@/lib/history/claim-record";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { notifyOfClaim } from "@/lib/workflows/notifications/notify";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { describeRange, moveClaim } from "./move-claim";
import { writeEvidence, writeVerdict } from "./write-claim-content";

const inputSchema = z.object({
  claimId: z.string(),
  revision: z.int(),
  versionId: z.string(),
  /** Where the claim is cut: UTF-16 offset into the version's text, inside the claim. */
  at: z.int(),
  idempotencyKey: z.string().min(8).max(200),
});

export type SplitClaimInput = z.input<typeof inputSchema>;

/**
 * Cuts a claim in two at an offset inside it. The first part stays the same claim; the second is a new draft with the same content, for
 * an editor to narrow down.
 */
export async function splitClaim(
  actor: Actor,
  input: SplitClaimInput,
): Promise<Result<{ first: Claim; second: Claim }, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { claimId, revision, versionId, at } = parsed.value;
  const idempotencyKey = `${actor.id}:${parsed.value.idempotencyKey}`;

  return inTransaction(async (tx) => {
    const known = await findClaim(claimId, tx);
    const article = known && (await lockArticle(tx, known.articleId));
    const before = article && (await lockClaim(tx, claimId));
    if (!before || before.deleted) return notFound("claim");
    const allowed = asResult(can(actor, "edit", "claim", claimTarget(before)));
    if (!allowed.ok) return allowed;
    const made = await findClaimByIdempotencyKey(idempotencyKey, tx);
    if (made) return ok({ first: before, second: made });
    if (before.revision !== revision || before.anchor.versionId !== versionId)
      return err({
        kind: "stale",
        message:
          "This claim or the article's text was changed in the meantime. Review the current state, then try again.",
        current: before,
      });
    if (before.state === "retired") return invalid("This claim is retired. Restore it before you change it.");
    const text = await getVersionText(versionId, tx);
    const parts = cut(text, before.anchor, at);
    if (!parts)
      return invalid(
        "Put the cursor between two words of the claim, where you want to split it. Then try again.",
      );
    const [head, tail] = parts.map((part) => describeRange(text, part));
    if (!head?.ok || !tail?.ok) return invalid("Put the cursor between two words inside the claim.");

    // The copied content was valid when it was saved.
    // A suggested wording is of all the words that were marked, so the second part begins without an outcome.
    const {
      verdict,
      outcome: _,
      evidence,
      claimant,
      ...fields
    } = claimContentInput.parse(contentOfClaim(before));
    await notifyOfClaim(tx, actor.id, "split", before);
    await moveClaim(tx, actor, before, head.value);
    const id = await insertClaim(tx, {
      ...fields,
      claimantId: claimant?.id ?? null,
      claimantRole: claimant?.role ?? null,
      articleId: before.articleId,
      versionId,
      actorId: actor.id,
      idempotencyKey,
      anchor: tail.value,
    });
    const wroteVerdict = await writeVerdict(tx, actor, { id, verdict: null }, article.scaleId, verdict);
    if (!wroteVerdict.ok) return wroteVerdict;
    const wroteEvidence = await writeEvidence(tx, actor, id, evidence);
    if (!wroteEvidence.ok) return wroteEvidence;
    const first = await findClaim(claimId, tx);
    const second = await findClaim(id, tx);
    if (!first || !second) return notFound("claim");
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "claim.split",
      targetType: "claim",
      targetId: id,
      articleId: before.articleId,
      from: { claimId, start: before.anchor.start, end: before.anchor.end },
      to: { ...recordOf(second), anchor: tail.value },
    });
    return ok({ first, second });
  });
}

/** The two parts of a span, without the white space at the cut; null where one would be empty. */
function cut(text: string, { start, end }: { start: number; end: number }, at: number) {
  if (at <= start || at >= end) return null;
  const head = text.slice(start, at).trimEnd();
  const tail = text.slice(at, end).trimStart();
  if (head === "" || tail === "") return null;
  return [
    { start, end: start + head.length },
    { start: end - tail.length, end },
  ];
}
