import { z } from "zod";
import { type Claim, isSubmitted } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { LIMITS } from "@/lib/claims/claim-input";
import { findClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import { required } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { ASSIGNED_AT_ONCE, BATCH_SIZE, BATCH_STEPS } from "@/lib/review/claim-batch";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { reviewNote } from "@/lib/workflows/review/review-note";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { assignClaims, type SkippedClaim } from "./assign-claims";
import { updateClaim } from "./update-claim";

const tooMany = `You can change at most ${BATCH_SIZE} claims at a time. Choose fewer.`;

const inputSchema = z.object({
  articleId: z.string(),
  claims: z
    .array(
      z.object({
        claimId: z.string(),
        /** The Claim.revision that the page shows. */
        revision: z.int(),
        seenAssigneeId: z.string().nullable(),
      }),
    )
    .min(1, "Choose at least one claim.")
    .max(ASSIGNED_AT_ONCE, tooMany),
  action: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("step"), step: z.enum(BATCH_STEPS), note: reviewNote }),
    z.object({
      kind: z.literal("tag"),
      tag: required("The tag", LIMITS.tag, "Enter a tag.").refine(
        (tag) => !tag.includes(","),
        "Enter one tag at a time, without commas.",
      ),
    }),
    z.object({ kind: z.literal("assign"), assigneeId: z.string().nullable() }),
  ]),
});

export type BatchClaimsInput = z.input<typeof inputSchema>;
type BatchAction = z.output<typeof inputSchema>["action"];

/**
 * Applies one action to many claims of an article, by the workflows for single claims. Each claim is either changed completely or stays
 * unchanged with a reason, independently of the others.
 */
export async function batchClaims(
  actor: Actor,
  input: BatchClaimsInput,
): Promise<Result<{ claims: Claim[]; left: SkippedClaim[] }, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, claims, action } = parsed.value;
  if (action.kind === "assign")
    return assignClaims(actor, { articleId, claims, assigneeId: action.assigneeId });
  if (claims.length > BATCH_SIZE) return invalid(tooMany);
  const outcome: { claims: Claim[]; left: SkippedClaim[] } = { claims: [], left: [] };
  for (const { claimId, revision } of claims) {
    const result = await applyTo(actor, articleId, { claimId, revision }, action);
    if (result.ok) outcome.claims.push(result.value);
    else outcome.left.push({ claimId, message: result.error.message });
  }
  return ok(outcome);
}

async function applyTo(
  actor: Actor,
  articleId: string,
  at: { claimId: string; revision: number },
  action: Exclude<BatchAction, { kind: "assign" }>,
): Promise<Result<Claim, Failure>> {
  const claim = await findClaim(at.claimId);
  if (!claim || claim.deleted || claim.articleId !== articleId) return notFound("claim");
  return action.kind === "step"
    ? transitionClaim(actor, { ...at, action: action.step, note: action.note })
    : addTag(actor, claim, at, action.tag);
}

/** A tag is content: on a submitted or approved claim it would send the claim back to draft, which no one wants of a batch. */
async function addTag(
  actor: Actor,
  claim: Claim,
  at: { claimId: string; revision: number },
  tag: string,
): Promise<Result<Claim, Failure>> {
  if (claim.tags.includes(tag)) return ok(claim);
  if (isSubmitted(claim))
    return err({
      kind: "invalid",
      message:
        "It is in review or approved, and a tag would send it back to draft. Add the tag on the claim itself.",
    });
  const content = contentOfClaim(claim);
  return updateClaim(actor, { ...content, tags: [...claim.tags, tag], ...at }, { keepsDraft: true });
}
