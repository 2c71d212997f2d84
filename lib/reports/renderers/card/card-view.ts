import { directionOf } from "@/lib/document/direction";
import { PRODUCT } from "@/lib/product";
import type { Rating } from "@/lib/ratings/rating";
import { ratingHues } from "@/lib/ratings/rating-signs";
import { shortDescription } from "@/lib/short-description";
import { words as outputWords } from "@/lib/words/words";
import { findRating } from "../../claims/find-rating";
import { findingOf } from "../../finding-of";
import type { Report, ReportClaim } from "../../report";
import { reportWords } from "../../report-words";
import { composedView, type FieldView, fieldView, inlineView, typstLanguage } from "../pdf/field-view";
import { withoutControls } from "../pdf/without-controls";
import { ratingIcon } from "../rating-icon";

/** UTF-16 units of a text, from the longest: the picture shows the first cut that fits, as large as possible. */
const CUTS = {
  title: [240, 160, 100, 60],
  finding: [300, 200, 130, 80],
  quote: [360, 260, 180, 120, 70],
} as const;
/** The same of the article's title in one line below a claim. */
const TITLE_CUTS = [110, 80, 55, 35] as const;
const MAX_NAME = 60;

/** Everything that card.typ draws. */
export type CardView = ReturnType<typeof articleCard> | ReturnType<typeof claimCard>;

/**
 * The picture of an article: its title, the finding, and how many claims have each rating.
 * @param wanted BCP 47, of the words around its facts
 */
export function articleCard(report: Report, wanted = "en") {
  const { article, summary, scale } = report;
  const { language, summaryTitle } = reportWords(wanted);
  const count = new Map(summary.counts.map((each) => [each.ratingKey, each.count]));
  return withoutControls({
    kind: "article" as const,
    ...frameOf(report, language),
    title: cutsOf(article.title, CUTS.title, article.language),
    // A finding that is made from the counts would say what the chart says.
    finding: report.finding === null ? null : cutsOf(findingOf(report, language), CUTS.finding),
    total: summaryTitle(report),
    ratings: scale.ratings.flatMap((rating) => {
      const claims = count.get(rating.key) ?? 0;
      return claims > 0 ? [{ ...signOf(rating, language), count: claims }] : [];
    }),
  });
}

/**
 * The picture of a claim: the words of the article, the verdict, and who said it.
 * @param wanted BCP 47, of the words around its facts
 */
export function claimCard(report: Report, claim: ReportClaim, wanted = "en") {
  const { language, describeClaimant } = reportWords(wanted);
  const { article } = report;
  const name = claim.claimant && shortDescription(describeClaimant(claim.claimant), MAX_NAME);
  return withoutControls({
    kind: "claim" as const,
    ...frameOf(report, language),
    quote: cutsOf(claim.quote.replaceAll("\n", " "), CUTS.quote, article.language),
    claimant: name === null ? null : composedView(name, language),
    rating: signOf(findRating(report, claim), language),
    title: TITLE_CUTS.map((cut) =>
      inlineView(shortDescription(article.title, cut), language, article.language),
    ),
  });
}

/** Who publishes it, and what it is. */
function frameOf({ organisation }: Report, language: string) {
  return {
    kicker: outputWords("sharing", language)("card.kicker"),
    organisation: inlineView(shortDescription(organisation?.name ?? PRODUCT, MAX_NAME), language),
    output: typstLanguage({ lang: language, dir: directionOf(language) }),
  };
}

/** The same text, cut to some lengths. */
function cutsOf(text: string, lengths: readonly number[], known?: string): FieldView[] {
  const cuts = new Set(lengths.map((length) => shortDescription(text.trim(), length)));
  return [...cuts].map((cut) => fieldView(cut, known));
}

function signOf(rating: Rating, language: string) {
  return {
    label: inlineView(shortDescription(rating.label, MAX_NAME), language),
    hue: ratingHues[rating.colour].light,
    icon: ratingIcon(rating),
  };
}
