import type { ReactNode } from "react";
import { RatingIcon } from "@/components/ratings/rating-icon";
import { useReportWords } from "@/components/words/use-report-words";
import type { Rating } from "@/lib/ratings/rating";
import type { Report, ReportClaim, ReportRun } from "@/lib/reports/report";
import richText from "../rich-text/blocks.module.css";
import { Blocks, RunText } from "./blocks";
import styles from "./marked-text.module.css";

interface Marked {
  claim: ReportClaim;
  rating: Rating;
}

/**
 * The article's text with its marks. The text of a claim links to its entry; nested claims link to the innermost. Each claim ends with a
 * reference, which is the element reachable by keyboard: see docs/decisions/0003.
 * @param linkTo the link target of a claim; by default its entry on this page
 */
export function MarkedText({
  report,
  linkTo = entryOf,
  imageHosts,
}: {
  report: Report;
  /** Hosts whose images are shown; none by default. */
  imageHosts?: readonly string[];
  linkTo?: (claim: ReportClaim) => string;
}) {
  const ratings = new Map(report.scale.ratings.map((rating) => [rating.key, rating]));
  const claims = new Map(report.claims.map((claim) => [claim.number, claim]));
  const marked = (number: number): Marked => {
    const claim = claims.get(number);
    const rating = claim && ratings.get(claim.ratingKey);
    if (!claim || !rating) throw new RangeError(`the report has no claim ${number}`);
    return { claim, rating };
  };
  const drawRuns = (runs: readonly ReportRun[]) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
    runs.map((run, index) => <Run key={index} run={run} marked={marked} linkTo={linkTo} />);
  return (
    <div
      className={`${richText.blocks} ${styles.text}`}
      lang={report.article.language}
      dir={report.article.direction}
      data-marked-text=""
    >
      <Blocks blocks={report.article.blocks} drawRuns={drawRuns} {...(imageHosts && { imageHosts })} />
    </div>
  );
}

/** The link to a claim's entry on this page. */
function entryOf(claim: ReportClaim): string {
  return `#claim-${claim.number}`;
}

function Run({
  run,
  marked,
  linkTo,
}: {
  run: ReportRun;
  marked: (number: number) => Marked;
  linkTo: (claim: ReportClaim) => string;
}) {
  const { claimTitle } = useReportWords();
  let node: ReactNode = <RunText run={run} />;
  run.claims.forEach((number, depth) => {
    const { claim, rating } = marked(number);
    const attributes = {
      className: "mark",
      "data-claim": number,
      "data-colour": rating.colour,
      "data-underline": rating.underline,
      "data-begins": run.starts.includes(number) ? "" : undefined,
      "data-ends": run.ends.includes(number) ? "" : undefined,
      // Documents have no style attributes: their policy refuses them.
      "data-lane": claim.lane || undefined,
    };
    // Links can't nest: inside a link of the article the mark is not a link, only its reference is.
    node =
      depth === 0 && !run.href ? (
        <a {...attributes} href={linkTo(claim)} tabIndex={-1}>
          {node}
        </a>
      ) : (
        <span {...attributes}>{node}</span>
      );
  });
  return (
    <>
      {node}
      {run.ends.map((number) => {
        const { claim, rating } = marked(number);
        return (
          <sup key={number} className={`${styles.reference} rating-hue`} data-colour={rating.colour}>
            <a
              href={linkTo(claim)}
              id={`mark-${number}`}
              data-reference={number}
              aria-label={claimTitle(number, rating.label)}
            >
              <RatingIcon name={rating.icon} size={11} />
              {number}
            </a>
          </sup>
        );
      })}
    </>
  );
}
