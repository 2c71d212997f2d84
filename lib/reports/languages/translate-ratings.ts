import type { Rating } from "@/lib/ratings/rating";
import { languages, words } from "@/lib/words/words";
import type { Report, ReportCorrection } from "../report";

/** Ratings whose labels and definitions the product has in each language. */
const KEYS = [
  "false",
  "mostly-false",
  "misleading",
  "altered",
  "needs-context",
  "half-true",
  "mostly-true",
  "true",
  "unverifiable",
  "not-checkable",
] as const;

type KnownKey = (typeof KEYS)[number];
type Field = "label" | "definition";

/**
 * A rating in another language, if its label and definition are those of the product, in any of its languages. What a newsroom wrote
 * itself stays as it is (docs/decisions/0049).
 * @param language BCP 47
 */
export function translateRating(rating: Rating, language: string): Rating {
  const key = KEYS.find((each) => each === rating.key);
  if (!key || !isOwn(rating, key)) return rating;
  return {
    ...rating,
    label: textOf(key, "label", language),
    definition: textOf(key, "definition", language),
  };
}

/**
 * The label of a rating in another language, where nothing but the label is known.
 * @param language BCP 47
 */
export function translateLabel(label: string, language: string): string {
  const key = KEYS.find((each) => languages().some((spoken) => textOf(each, "label", spoken) === label));
  return key ? textOf(key, "label", language) : label;
}

/** A Report with its ratings in another language, in its corrections as well. @param language BCP 47 */
export function translateRatings(report: Report, language: string): Report {
  const ratings = report.scale.ratings.map((rating) => translateRating(rating, language));
  const labels = new Map(
    report.scale.ratings.flatMap(({ label }, index) => {
      const translated = ratings[index]?.label;
      return translated === undefined || translated === label ? [] : [[label, translated] as const];
    }),
  );
  if (labels.size === 0) return report;
  return {
    ...report,
    scale: { ...report.scale, ratings },
    corrections: report.corrections.map((correction) =>
      translateVerdict(correction, (label) => labels.get(label) ?? label),
    ),
  };
}

/** A change with the labels of its ratings in another language. */
export function translateVerdict<Change extends Pick<ReportCorrection, "field" | "from" | "to">>(
  change: Change,
  translate: (label: string) => string,
): Change {
  if (change.field !== "verdict") return change;
  const value = (label: Change["from"]) => (typeof label === "string" ? translate(label) : label);
  return { ...change, from: value(change.from), to: value(change.to) };
}

function isOwn({ label, definition }: Rating, key: KnownKey): boolean {
  return languages().some(
    (spoken) => textOf(key, "label", spoken) === label && textOf(key, "definition", spoken) === definition,
  );
}

function textOf(key: KnownKey, field: Field, language: string): string {
  const t = words("scale", language);
  return field === "label" ? t(`${key}.label`) : t(`${key}.definition`);
}
