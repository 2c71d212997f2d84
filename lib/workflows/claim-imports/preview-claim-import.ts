import type { z } from "zod";
import type { ClaimImportPreview } from "@/lib/claim-imports/claim-import-preview";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { type claimFileInput, planImport } from "./plan-import";

/** What an import of a file into an article would do. Nothing is stored. */
export async function previewClaimImport(
  actor: Actor,
  input: z.input<typeof claimFileInput>,
): Promise<Result<ClaimImportPreview, Failure>> {
  const planned = await planImport(actor, input);
  if (!planned.ok) return planned;
  const { article, plan } = planned.value;
  return ok({
    versionId: article.currentVersionId,
    format: plan.format,
    claims: plan.rows.map(({ row, place, quote, known, problems, rating, content }) => ({
      row,
      place,
      quote,
      known,
      problems,
      rating,
      statement: content.statement,
      claimant: typeof content.claimant === "string" ? content.claimant : (content.claimant?.name ?? null),
      sources: content.evidence?.length ?? 0,
    })),
    ratings: plan.ratings,
  });
}
