import type { Claim } from "./claim";

/** What was decided about a claim: the key of its rating or, in a manuscript, the kind of its outcome. Null for nothing yet. */
export function judgementKeyOf({
  purpose,
  verdict,
  outcome,
}: Pick<Claim, "purpose" | "verdict" | "outcome">): string | null {
  return (purpose === "manuscript" ? outcome?.kind : verdict?.ratingKey) ?? null;
}
