import { z } from "zod";
import { findArticle } from "@/lib/db/articles";
import { deleteClaimDraft, upsertClaimDraft } from "@/lib/db/claim-drafts";
import { findClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound, parseInput } from "@/lib/workflows/refusals";

/** In UTF-16 units of JSON: enough for a form far over its limits, but not for abuse. */
const MAX_DRAFT = 1_000_000;

const inputSchema = z.object({
  articleId: z.string(),
  /** "new", or the id of the claim that is being edited. */
  subject: z.string(),
});

export type ClaimDraftSubject = z.input<typeof inputSchema>;

/** Saves what a person has typed into a claim's form. Only they see it. Drafts are not audited: nothing is decided yet. */
export async function saveClaimDraft(
  actor: Actor,
  input: ClaimDraftSubject & { body: unknown },
): Promise<Result<{ updatedAt: string }, Failure>> {
  const allowed = asResult(can(actor, "create", "claim"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, subject } = parsed.value;
  if (!(await findArticle(articleId))) return notFound("article");
  if (subject !== "new") {
    const claim = await findClaim(subject);
    if (!claim || claim.articleId !== articleId) return notFound("claim");
  }
  if ((JSON.stringify(input.body) ?? "").length > MAX_DRAFT)
    return invalid(
      "This is too long to save as a draft on the server. It stays in this browser; shorten it and save.",
    );
  const { updatedAt } = await upsertClaimDraft(actor.id, articleId, subject, input.body ?? {});
  return ok({ updatedAt });
}

export async function discardClaimDraft(
  actor: Actor,
  input: ClaimDraftSubject,
): Promise<Result<null, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  if (await findArticle(parsed.value.articleId))
    await deleteClaimDraft(actor.id, parsed.value.articleId, parsed.value.subject);
  return ok(null);
}
