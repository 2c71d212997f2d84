import type { Claim } from "@/lib/claims/claim";
import { judgementKeyOf } from "@/lib/claims/judgement";
import { OUTCOME_KINDS, type OutcomeKind } from "@/lib/claims/outcome";
import type { Rating } from "@/lib/ratings/rating";
import { words } from "@/lib/words/words";

/** The signs of each outcome, from the same presets as those of ratings. */
const signs: Record<OutcomeKind, Pick<Rating, "colour" | "underline" | "icon">> = {
  stands: { colour: "deep-blue", underline: "solid", icon: "check" },
  change: { colour: "vermilion", underline: "wavy", icon: "pencil" },
  query: { colour: "ochre", underline: "dashed", icon: "question" },
};

/**
 * The outcomes of a manuscript as ratings: marks, chips and keys work the same for both.
 * @param language of the labels, BCP 47
 */
export function outcomeRatings(language = "en"): Rating[] {
  const t = words("manuscripts", language);
  return OUTCOME_KINDS.map((kind) => ({
    key: kind,
    label: t(`outcome.${kind}`),
    definition: t(`outcome.${kind}.definition`),
    value: null,
    ...signs[kind],
  }));
}

/**
 * What was decided about a claim, as the desk shows it.
 * @param ratings of the article's scale; in a manuscript, `outcomeRatings`
 */
export function judgementOf(
  claim: Pick<Claim, "purpose" | "verdict" | "outcome">,
  ratings: readonly Rating[],
): Rating | undefined {
  const key = judgementKeyOf(claim);
  const rating = ratings.find((each) => each.key === key);
  const { purpose, outcome } = claim;
  if (!rating || purpose !== "manuscript" || !outcome) return rating;
  const t = words("manuscripts");
  if (outcome.kind === "query" && outcome.answers.length > 0)
    return { ...rating, label: t("state.answered") };
  if (outcome.kind === "change") return { ...rating, label: t("state.change") };
  return outcome.decided?.decision === "accepted" ? { ...rating, label: t("state.changed") } : rating;
}
