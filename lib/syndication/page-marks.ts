import { articlePath } from "@/lib/article-path";
import { directionOf } from "@/lib/document/direction";
import { PRODUCT } from "@/lib/product";
import type { Rating } from "@/lib/ratings/rating";
import { iconStrokes, ratingHues } from "@/lib/ratings/rating-signs";
import type { Report, ReportClaim } from "@/lib/reports/report";
import { reportWords } from "@/lib/reports/report-words";
import { isolated, type TextLanguage, textLanguage } from "@/lib/reports/text-language";
import { shortDescription } from "@/lib/short-description";
import { words } from "@/lib/words/words";

/** Everything that the script for the publisher's own page draws there: `/articles/<slug>/marks.json`. */
export interface PageMarks {
  /** URL of the fact-check. */
  url: string;
  /** "Fact-check by The Daily Check". */
  by: string;
  /** BCP 47 and direction, of the words. */
  language: string;
  direction: "ltr" | "rtl";
  words: Record<(typeof WORDS)[number], string>;
  ratings: MarkedRating[];
  /** In text order. */
  claims: MarkedClaim[];
}

export interface MarkedRating {
  label: string;
  /** CSS colours, on light and on dark ground. */
  hues: { light: string; dark: string };
  underline: Rating["underline"];
  /** On a grid of 16 × 16. */
  icon: readonly { d: string; width: number; filled?: true }[];
}

export interface MarkedClaim {
  number: number;
  /** "Claim 3: False". */
  name: string;
  /** W3C TextQuoteSelector. */
  exact: string;
  prefix: string;
  suffix: string;
  statement: MarkedText;
  claimant: string | null;
  /** Why, in short. */
  reason: MarkedText;
  /** Index in `ratings`. */
  rating: number;
  /** URL of its page. */
  url: string;
}

/** A text in its own language and direction. */
export type MarkedText = { text: string } & TextLanguage;

/** "found" and "missing" have "{count}" for the number. */
const WORDS = ["found", "missing", "previous", "next", "hide", "show", "close", "full"] as const;

/** UTF-16 units of a statement and of a reason in a card: more than that is on the claim's page. */
const MAX_STATEMENT = 300;
const MAX_REASON = 280;

/** @param wanted BCP 47, of the words around the facts */
export function pageMarks(report: Report, publicUrl: string, wanted = "en"): PageMarks {
  const { language, describeClaimant } = reportWords(wanted);
  const t = words("sharing", language);
  const url = `${publicUrl}${articlePath(report.article.slug)}`;
  const used = new Set(report.claims.map(({ ratingKey }) => ratingKey));
  const ratings = report.scale.ratings.filter(({ key }) => used.has(key));
  const indexes = new Map(ratings.map(({ key }, index) => [key, index]));
  const claimOf = (claim: ReportClaim): MarkedClaim => {
    const rating = indexes.get(claim.ratingKey);
    if (rating === undefined) throw new RangeError(`the scale has no rating ${claim.ratingKey}`);
    return {
      number: claim.number,
      name: t("marks.claim", {
        number: claim.number,
        rating: isolated(ratings[rating]?.label ?? "", language),
      }),
      exact: claim.quote,
      prefix: claim.prefix,
      suffix: claim.suffix,
      statement: textOf(claim.statement, MAX_STATEMENT),
      claimant: claim.claimant && describeClaimant(claim.claimant),
      reason: textOf(claim.rationaleText, MAX_REASON),
      rating,
      url: `${url}/claims/${claim.number}`,
    };
  };
  return {
    url,
    by: t("marks.by", { organisation: isolated(report.organisation?.name ?? PRODUCT, language) }),
    language,
    direction: directionOf(language),
    words: {
      found: t("marks.found", { count: "{count}" }),
      missing: t("marks.missing", { count: "{count}" }),
      previous: t("marks.previous"),
      next: t("marks.next"),
      hide: t("marks.hide"),
      show: t("marks.show"),
      close: t("marks.close"),
      full: t("marks.full"),
    },
    ratings: ratings.map(({ label, colour, underline, icon }) => ({
      label,
      hues: ratingHues[colour],
      underline,
      icon: iconStrokes[icon],
    })),
    claims: report.claims.map(claimOf),
  };
}

const textOf = (text: string, length: number): MarkedText => {
  const cut = shortDescription(text.trim(), length);
  return { text: cut, ...textLanguage(cut) };
};
