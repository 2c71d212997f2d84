import { z } from "zod";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import { type Claim, needsChecking } from "@/lib/claims/claim";
import { contentOfOutcome } from "@/lib/claims/outcome";
import { getVersion } from "@/lib/db/article-versions";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listClaimsById, lockClaim, updateClaim } from "@/lib/db/claims";
import { insertOutcome } from "@/lib/db/outcomes";
import type { Tx } from "@/lib/db/transaction";
import { articleSchema } from "@/lib/document/schema";
import type { Failure } from "@/lib/failure";
import { type AppliedWordings, applyWordings, type SuggestedWording } from "@/lib/manuscripts/apply-wordings";
import { restate } from "@/lib/manuscripts/restate";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimTarget } from "@/lib/policies/claim-target";
import { err, ok, type Result } from "@/lib/result";
import { type NewVersion, storeNextVersion } from "@/lib/workflows/articles/new-version";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** More suggestions than any manuscript has at once. */
const MAX_WORDINGS = 200;

const inputSchema = z.object({
  articleId: z.string(),
  /** The version that the page shows. */
  versionId: z.string(),
  /** Each with the Claim.revision that the page shows, so that nobody accepts a wording that they have not read. */
  claims: z
    .array(z.object({ claimId: z.string(), revision: z.int() }))
    .min(1, "There is no suggested wording to accept.")
    .max(MAX_WORDINGS, `Accept at most ${MAX_WORDINGS} wordings at once.`),
});

export type AcceptWordingsInput = z.input<typeof inputSchema>;

const TEXT_CHANGED =
  "Someone changed the article's text in the meantime, so no wording was accepted. Reload the page, then accept it again.";

/**
 * Puts suggested wordings into a manuscript, all or none: together they become the next version of its text. Their claims follow to the new
 * words and stand; the person who suggested a wording counts as the one who judged the claim, so that the person who accepts it can sign it
 * off. Other claims are followed as after any edit.
 */
export async function acceptWordings(
  actor: Actor,
  input: AcceptWordingsInput,
): Promise<Result<NewVersion, Failure>> {
  const allowed = asResult(can(actor, "replace-text", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, versionId } = parsed.value;
  const revisions = new Map(parsed.value.claims.map(({ claimId, revision }) => [claimId, revision]));
  const claims = await listClaimsById(articleId, [...revisions.keys()]);
  if (claims.length < revisions.size) return notFound("claim");
  const suggestions: SuggestedWording[] = [];
  for (const claim of claims) {
    const suggested = suggestionOf(claim, { revision: revisions.get(claim.id), versionId });
    if (!suggested.ok) return suggested;
    suggestions.push(suggested.value);
  }
  const version = await getVersion(versionId);
  const applied = applyWordings(articleSchema.nodeFromJSON(version.doc), suggestions);
  if (!applied.ok) return invalid(applied.error.message);
  return storeNextVersion(
    actor,
    { articleId, versionId, stale: TEXT_CHANGED },
    { origin: "edited", steps: applied.value.steps },
    async (tx) => {
      // In the same order for everyone, so that two people who accept at once wait for each other.
      for (const { claimId } of suggestions.toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1))) {
        const seen = { revision: revisions.get(claimId), versionId };
        const accepted = await acceptOne(tx, actor, claimId, seen, applied.value);
        if (!accepted.ok) return accepted;
      }
      return ok(null);
    },
    applied.value.ranges,
  );
}

/** The wording that a claim suggests; a refusal where it has none, or was changed since the page was loaded. */
function suggestionOf(
  claim: Claim,
  seen: { revision: number | undefined; versionId: string },
): Result<SuggestedWording, Failure> {
  const { id, number, anchor, outcome } = claim;
  if (anchor.versionId !== seen.versionId)
    return err({ kind: "stale", message: TEXT_CHANGED, current: { versionId: anchor.versionId } });
  if (claim.revision !== seen.revision)
    return err({
      kind: "stale",
      message: `Claim ${number} was changed in the meantime. Read its suggested wording again before you accept it.`,
      current: claim,
    });
  if (claim.purpose !== "manuscript" || outcome?.kind !== "change" || outcome.wording === null)
    return invalid(`There is no suggested wording to accept in claim ${number}.`);
  if (claim.state === "retired") return invalid(`Claim ${number} is retired. Restore it first.`);
  if (needsChecking(anchor))
    return invalid(`The text of claim ${number} was changed. Confirm its position first.`);
  return ok({ claimId: id, number, start: anchor.start, end: anchor.end, wording: outcome.wording });
}

async function acceptOne(
  tx: Tx,
  actor: Actor,
  claimId: string,
  seen: { revision: number | undefined; versionId: string },
  { text, ranges }: AppliedWordings,
): Promise<Result<null, Failure>> {
  const before = await lockClaim(tx, claimId);
  if (!before || before.deleted) return notFound("claim");
  const allowed = asResult(can(actor, "edit", "claim", claimTarget(before)));
  if (!allowed.ok) return allowed;
  const suggested = suggestionOf(before, seen);
  if (!suggested.ok) return suggested;
  const range = ranges.get(claimId);
  if (!range || !before.outcome) return notFound("claim");
  const { outcome } = before;
  const { wording } = suggested.value;
  const statement = restate(before.statement, before.anchor.exact, wording);
  // Its content is new, though not by the person who accepts it.
  await updateClaim(tx, claimId, { statement, newRound: true });
  const after = { kind: "stands", wording: null, question: null, note: outcome.note } as const;
  await insertOutcome(tx, {
    ...after,
    claimId,
    givenById: outcome.givenBy.id,
    decision: "accepted",
    decidedById: actor.id,
  });
  await appendAuditEvent(tx, {
    actorId: actor.id,
    action: "claim.accept-wording",
    targetType: "claim",
    targetId: claimId,
    articleId: before.articleId,
    from: {
      statement: before.statement,
      outcome: contentOfOutcome(outcome),
      exact: before.anchor.exact,
    },
    to: { statement, outcome: after, exact: describeAnchor(text, range.start, range.end).exact },
  });
  return ok(null);
}
