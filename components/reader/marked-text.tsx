import type { ReactNode } from "react";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Rating } from "@/lib/ratings/rating";
import { articleBlocks } from "@/lib/reports/languages/directed-blocks";
import type { Report, ReportClaim, ReportRun } from "@/lib/reports/report";
import richText from "../rich-text/blocks.module.css";
import { Blocks, RunText, useLabelLanguage } from "./blocks";
import styles from "./marked-text.module.css";
import { OwnText } from "./own-text";
import { RatingSign } from "./rating-sign";

interface Marked {
  claim: ReportClaim;
  rating: Rating;
}

/**
 * The article's text with its marks. The text of a claim links to its entry; nested claims link to the innermost. Each claim ends with a
 * reference. It is a link that the keyboard reaches: around the words as well where that is possible (docs/decisions/0003 and 0031).
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
  const drawRuns = (runs: readonly ReportRun[], language: string) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
    runs.map((run, index) => <Run key={index} {...{ run, language, marked, linkTo }} />);
  return (
    <div
      className={`${richText.blocks} ${styles.text}`}
      lang={report.article.language}
      dir={report.article.direction}
      data-marked-text=""
    >
      <Blocks
        blocks={articleBlocks(report.article)}
        language={report.article.language}
        drawRuns={drawRuns}
        {...(imageHosts && { imageHosts })}
      />
    </div>
  );
}

/** The link to a claim's entry on this page. */
function entryOf(claim: ReportClaim): string {
  return `#claim-${claim.number}`;
}

function Run({
  run,
  language,
  marked,
  linkTo,
}: {
  run: ReportRun;
  /** BCP 47, of the text around it. */
  language: string;
  marked: (number: number) => Marked;
  linkTo: (claim: ReportClaim) => string;
}) {
  const label = useLabelLanguage(language);
  const own = ownLinkOf(run, marked);
  if (own) return <OwnLink run={run} language={language} {...own} href={linkTo(own.claim)} />;
  let node: ReactNode = <RunText run={run} language={language} />;
  run.claims.forEach((number, depth) => {
    const { claim, rating } = marked(number);
    const attributes = {
      ...markAttributes(claim, rating),
      "data-begins": run.starts.includes(number) ? "" : undefined,
      "data-ends": run.ends.includes(number) ? "" : undefined,
      "data-claim": number,
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
      {inOrderOfText(run.ends.map(marked)).map(({ claim, rating }) => {
        const { number } = claim;
        return (
          <sup
            key={number}
            className={`${styles.reference} rating-hue`}
            data-colour={rating.colour}
            {...label}
          >
            <a id={`mark-${number}`} href={linkTo(claim)}>
              <ReferenceText claim={claim} rating={rating} />
            </a>
          </sup>
        );
      })}
    </>
  );
}

/** Claims that end at the same letter, in the order in which they begin: Reports list the innermost first. */
function inOrderOfText(ended: readonly Marked[]): Marked[] {
  return [...ended].sort((one, other) => one.claim.position - other.claim.position);
}

/** The claim whose words are one run and stand alone, so that one link can hold them and their reference; null otherwise. */
function ownLinkOf(run: ReportRun, marked: (number: number) => Marked): Marked | null {
  const [number] = run.claims;
  if (number === undefined || run.claims.length > 1 || run.href) return null;
  if (!run.starts.includes(number) || !run.ends.includes(number)) return null;
  return marked(number);
}

/** The words of a claim with their reference. Its number and rating are written as seldom as possible: a page can have hundreds. */
function OwnLink({
  run,
  language,
  claim,
  rating,
  href,
}: Marked & { run: ReportRun; language: string; href: string }) {
  const label = useLabelLanguage(language);
  return (
    <a {...markAttributes(claim, rating)} href={href} id={`mark-${claim.number}`}>
      <span>
        <RunText run={run} language={language} />
      </span>
      <sup className={styles.reference} {...label}>
        <span>
          <ReferenceText claim={claim} rating={rating} />
        </span>
      </sup>
    </a>
  );
}

function markAttributes(claim: ReportClaim, rating: Rating) {
  return {
    // What depends on the rating comes first: repeated text compresses best in one piece.
    "data-colour": rating.colour,
    "data-underline": rating.underline,
    className: "mark",
    // Documents have no style attributes: their policy refuses them.
    "data-lane": claim.lane || undefined,
  };
}

/** The number and icon of a claim, and its rating for those who don't see the icon. */
function ReferenceText({ claim, rating }: Marked) {
  const t = useWords("reader");
  return (
    <>
      <RatingSign name={rating.icon} />
      {rich(t, "mark.reference", {
        number: String(claim.number),
        rating: <OwnText key="rating">{rating.label}</OwnText>,
        hidden: (text) => <span>{text}</span>,
      })}
    </>
  );
}
