import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import { findAnchor } from "@/lib/anchoring/find-anchor";
import type { Claim } from "@/lib/claims/claim";
import { type CreateClaimInput, createClaimInput } from "@/lib/claims/claim-input";
import { getVersionText } from "@/lib/db/article-versions";
import { lockArticle, touchArticle } from "@/lib/db/articles";
import { deleteClaimDraft } from "@/lib/db/claim-drafts";
import { findClaim, findClaimByIdempotencyKey } from "@/lib/db/claims";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { assignFromForm } from "./assign-claims";
import { insertNewClaim } from "./insert-new-claim";
import { validateTags } from "./validate-tags";
import type { EvidenceOptions } from "./write-claim-content";

export interface DraftOptions {
  /** Whether the actor's draft on the desk stays, because it is about something else. */
  keepsDraft?: boolean;
}

/** Marks a span of an article's current version as a claim. Repeating the idempotency key returns the same claim. */
export async function createClaim(
  actor: Actor,
  input: CreateClaimInput,
  options: EvidenceOptions & DraftOptions = {},
): Promise<Result<Claim, Failure>> {
  const allowed = asResult(can(actor, "create", "claim"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(createClaimInput, input);
  if (!parsed.ok) return parsed;
  const { articleId, versionId, anchor, verdict, outcome, evidence, claimant, assignee, ...fields } =
    parsed.value;
  // Keys are per person, so that no one can find another's claim by guessing a key.
  const idempotencyKey = `${actor.id}:${fields.idempotencyKey}`;

  return inTransaction(async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (!article) return notFound("article");
    const made = await findClaimByIdempotencyKey(idempotencyKey, tx);
    if (made) return ok(made);
    if (article.currentVersionId !== versionId)
      return err({
        kind: "stale",
        message:
          "The article's text has changed since you opened it. Your entries are saved as a draft: reload the page and mark the passage again.",
        current: { versionId: article.currentVersionId },
      });
    const tagged = await validateTags(tx, fields.tags);
    if (!tagged.ok) return tagged;
    const described = describeInput(await getVersionText(versionId, tx), anchor);
    if (!described.ok) return described;
    const created = await insertNewClaim(
      tx,
      actor,
      article,
      { ...fields, claimant, verdict, outcome, evidence, versionId, idempotencyKey, anchor: described.value },
      options,
    );
    if (!created.ok) return created;
    const claim = created.value;
    if (!options.keepsDraft) await deleteClaimDraft(actor.id, articleId, "new", tx);
    await touchArticle(tx, articleId);
    const assigned = await assignFromForm(tx, actor, claim, assignee);
    if (!assigned.ok) return assigned;
    return ok(assignee ? ((await findClaim(claim.id, tx)) ?? claim) : claim);
  });
}

function describeInput(
  text: string,
  anchor:
    | { start: number; end: number }
    | { exact: string; prefix?: string | undefined; suffix?: string | undefined },
): Result<ReturnType<typeof describeAnchor>, Failure> {
  if ("exact" in anchor) {
    const found = findAnchor(text, anchor);
    if (found.ok) return ok(describeAnchor(text, found.value.start, found.value.end));
    if (found.error.kind === "quote-not-found")
      return invalid("This text does not appear in the article. Copy it exactly as it is there.", {
        anchor: ["This text does not appear in the article."],
      });
    return err({
      kind: "stale",
      message: "This text appears more than once in the article. Add some of the text before or after it.",
      current: { candidates: found.error.candidates },
    });
  }
  const { start, end } = anchor;
  if (start >= end || text.slice(start, end).trim() === "")
    return invalid("Select some text first.", {
      anchor: ["Select some text first."],
    });
  if (start < 0 || end > text.length)
    return invalid("The selection extends beyond the article's text. Select the passage again.", {
      anchor: ["Outside the text."],
    });
  return ok(describeAnchor(text, start, end));
}
