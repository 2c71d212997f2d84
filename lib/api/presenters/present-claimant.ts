import type { z } from "zod";
import type { CountedClaimant } from "@/lib/db/claimants";
import type { Actor } from "@/lib/policies/actor";
import { ok } from "@/lib/result";
import { type ClaimantDetails, getClaimant } from "@/lib/workflows/claimants/get-claimant";
import { etagOf } from "../precondition";
import type { listedClaimantSchema, wholeClaimantSchema } from "../schemas/claimant";

export function presentListedClaimant(claimant: CountedClaimant): z.output<typeof listedClaimantSchema> {
  const { id, kind, name, description, aliases, sameAs, revision, claims } = claimant;
  return { id, kind, name, description, aliases, sameAs, revision, claims };
}

export function presentClaimant(details: ClaimantDetails): z.output<typeof wholeClaimantSchema> {
  const { claimant, claims, merged, uses } = details;
  return {
    ...presentListedClaimant({ ...claimant, claims }),
    merged: merged.map(({ id, name }) => ({ id, name })),
    uses: uses.map(({ claimId, statement, articleId, articleTitle }) => ({
      claimId,
      statement,
      articleId,
      articleTitle,
    })),
  };
}

/** The answer with a claimant as it is stored now. */
export async function answerClaimant(actor: Actor, id: string) {
  const found = await getClaimant(actor, { id });
  if (!found.ok) return found;
  return ok({ body: presentClaimant(found.value), headers: { etag: etagOf(found.value.claimant) } });
}
