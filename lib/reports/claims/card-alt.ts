import { PRODUCT } from "@/lib/product";
import { shortDescription } from "@/lib/short-description";
import { words } from "@/lib/words/words";
import { findingFromCounts } from "../finding-of";
import type { Report, ReportClaim } from "../report";
import { isolated } from "../text-language";
import { findRating } from "./find-rating";

/** UTF-16 units: screen readers say an alternative text in one go, and networks take few more. */
const MAX_ALT = 420;
const MAX_PART = 200;

/**
 * What the picture of an article says, for those who don't see it.
 * @param language BCP 47, of the words around its facts
 */
export function articleCardAlt(report: Report, language = "en"): string {
  const { title } = report.article;
  const { counts } = report.summary;
  return shortDescription(
    words("sharing", language)("alt.article", {
      organisation: isolated(organisationOf(report), language),
      title: isolated(shortDescription(title, MAX_PART), language),
      summary: findingFromCounts(counts, report.scale.ratings, language),
    }).trim(),
    MAX_ALT,
  );
}

/** The same for the picture of a claim. */
export function claimCardAlt(report: Report, claim: ReportClaim, language = "en"): string {
  const t = words("sharing", language);
  const values = {
    organisation: isolated(organisationOf(report), language),
    claim: isolated(shortDescription(claim.quote.replaceAll("\n", " "), MAX_PART), language),
    rating: isolated(findRating(report, claim).label, language),
  };
  return claim.claimant
    ? t("alt.claim.by", {
        ...values,
        claimant: isolated(shortDescription(claim.claimant.name, MAX_PART / 2), language),
      })
    : t("alt.claim", values);
}

const organisationOf = ({ organisation }: Report) => organisation?.name ?? PRODUCT;
