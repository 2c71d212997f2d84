import type { z } from "zod";
import type { ClaimImportPlan, PlannedClaim } from "@/lib/claim-imports/plan-claim-import";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { type claimFileInput, planImport } from "./plan-import";

/** A row of a file, for review. */
export interface PreviewedClaim
  extends Pick<PlannedClaim, "row" | "place" | "quote" | "known" | "problems" | "rating"> {
  /** As the file states it; empty if it will be made from the passage. */
  statement: string;
  claimant: string | null;
  /** How many sources it cites. */
  sources: number;
}

export interface ClaimImportPreview {
  /** The version that the passages belong to. */
  versionId: string;
  format: ClaimImportPlan["format"];
  claims: PreviewedClaim[];
  ratings: ClaimImportPlan["ratings"];
}

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
