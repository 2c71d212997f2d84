import { rich } from "@/components/words/rich";
import { useReportWords } from "@/components/words/use-report-words";
import { useWords } from "@/components/words/use-words";
import { claimantPath } from "@/lib/archive/claimant-address";
import { articlePath } from "@/lib/article-path";
import type { ContentOf } from "@/lib/document-bundle/document-content";
import { formatInstant } from "@/lib/format-date";
import { claimCardAlt } from "@/lib/reports/claims/card-alt";
import { findRating } from "@/lib/reports/claims/find-rating";
import type { RelatedClaim } from "@/lib/reports/claims/related-claim";
import { sentenceAround } from "@/lib/reports/claims/sentence-around";
import { claimDescription } from "@/lib/reports/claims/verdict-description";
import { renderBreadcrumbData } from "@/lib/reports/renderers/breadcrumb-data";
import { cardAddress } from "@/lib/reports/renderers/card/card-address";
import { renderClaimReview } from "@/lib/reports/renderers/claim-review";
import type { Report, ReportClaim } from "@/lib/reports/report";
import { Arrow } from "../arrow";
import { ClaimEntry } from "../claim-entry";
import { ClaimHistory } from "../claims/claim-history";
import styles from "../claims/claim-page.module.css";
import { RelatedClaims } from "../claims/related-claims";
import { Document, type DocumentContext } from "../document";
import { OwnText } from "../own-text";
import page from "../page.module.css";
import { ReportErrorLink } from "../site-pages/report-error-link";
import { useOwnLanguage } from "../use-own-language";
import { WordsIn } from "../words-in";

/** The page of a single claim, with its ClaimReview, its history, and claims that are connected with it. @throws RangeError if the report has no claim of that number */
export function ClaimPage({
  report,
  number,
  history,
  sameClaimant,
  sameSources,
  currentPath,
  context,
}: ContentOf<"claim"> & { context: DocumentContext }) {
  const t = useWords("reader");
  const archive = useWords("archive");
  const own = useOwnLanguage();
  const { language: pageLanguage, marks } = useReportWords();
  const index = report.claims.findIndex((each) => each.number === number);
  const claim = report.claims[index];
  if (!claim) throw new RangeError(`the report has no claim ${number}`);
  const rating = findRating(report, claim);
  const { slug, title, language } = report.article;
  const { publication } = report;
  const article = currentPath ? `${articlePath(slug)}/publications/${publication.number}` : articlePath(slug);
  const { publicUrl } = context.site;
  const path = `${article}/claims/${number}`;
  const review = renderClaimReview(report, claim, `${publicUrl}${path}`);
  return (
    <Document
      head={{
        title: `${rating.label}${marks.colon}${claim.statement}`,
        description: claimDescription(report, claim, pageLanguage),
        picture: {
          address: cardAddress(report, number, pageLanguage),
          alt: claimCardAlt(report, claim, pageLanguage),
        },
        path: currentPath ? null : path,
        canonicalPath: currentPath ?? path,
        type: "article",
        isEmbeddable: true,
        // Machine readers get what holds now.
        data: currentPath
          ? []
          : [...(review ? [review] : []), renderBreadcrumbData(report, `${publicUrl}${article}`, claim)],
      }}
      publisher={report.organisation}
      context={context}
    >
      <main id="content" className={page.page}>
        <div className={page.column}>
          <p className={page.kicker}>
            {rich(t, "claim.of", {
              title: (
                <a href={`${article}#mark-${number}`} {...own(title, language)}>
                  {title}
                </a>
              ),
            })}
          </p>
          {currentPath && (
            <p className={page.earlier} role="note">
              {t("earlier.claim", {
                number: publication.number,
                from: formatInstant(publication.publishedAt, pageLanguage),
              })}{" "}
              <a href={currentPath}>{t("earlier.current")}</a>
            </p>
          )}
          <ClaimEntry
            report={report}
            claim={claim}
            headingLevel={1}
            articleHref={article}
            quote={<Sentence report={report} claim={claim} />}
            backHref={`${article}#mark-${number}`}
          />
          <ClaimHistory slug={slug} entries={history} shown={publication.number} />
          <RelatedClaims
            id="claimant-title"
            title={rich(t, "related.claimant", { claimant: <OwnText>{claim.claimant?.name ?? ""}</OwnText> })}
            claims={sameClaimant}
            slug={slug}
          />
          {claim.claimant?.id && !currentPath && (
            <p>
              <a href={claimantPath({ id: claim.claimant.id, name: claim.claimant.name })}>
                {rich(archive, "claimant.all", { name: <OwnText>{claim.claimant.name}</OwnText> })}
              </a>
            </p>
          )}
          <RelatedClaims
            id="sources-title"
            title={t("related.sources")}
            claims={sameSources.filter((one) => !sameClaimant.some((other) => isSame(one, other)))}
            slug={slug}
          />
          <p className={page.links}>
            <ReportErrorLink slug={slug} claim={number} />
          </p>
          <Neighbours article={article} before={report.claims[index - 1]} after={report.claims[index + 1]} />
        </div>
      </main>
    </Document>
  );
}

/** The claim's words in their sentence; without marks in the text, in what stood around them. */
function Sentence({ report, claim }: { report: Report; claim: ReportClaim }) {
  const { language } = report.article;
  const own = useOwnLanguage();
  const { colour, underline } = findRating(report, claim);
  const {
    before,
    words: marked,
    after,
  } = sentenceAround(report, claim) ?? {
    before: `… ${claim.prefix}`,
    words: claim.quote,
    after: `${claim.suffix} …`,
  };
  return (
    <blockquote className={styles.sentence} {...own(`${before}${marked}${after}`, language)}>
      <WordsIn language={language}>{before}</WordsIn>
      <mark
        className="mark rating-hue"
        data-colour={colour}
        data-underline={underline}
        data-begins=""
        data-ends=""
      >
        <WordsIn language={language}>{marked}</WordsIn>
      </mark>
      <WordsIn language={language}>{after}</WordsIn>
    </blockquote>
  );
}

const isSame = (one: RelatedClaim, other: RelatedClaim) =>
  one.article.slug === other.article.slug && one.number === other.number;

/** Links to the claims before and after this one in the text. */
function Neighbours({
  article,
  before,
  after,
}: {
  article: string;
  before: ReportClaim | undefined;
  after: ReportClaim | undefined;
}) {
  const t = useWords("reader");
  const { claimTitle } = useReportWords();
  return (
    <nav className={page.pager} aria-label={t("claim.neighbours")}>
      {before ? (
        <a href={`${article}/claims/${before.number}`}>
          <Arrow to="before" /> {claimTitle(before.number)}
        </a>
      ) : (
        <span />
      )}
      {after && (
        <a href={`${article}/claims/${after.number}`}>
          {claimTitle(after.number)} <Arrow to="after" />
        </a>
      )}
    </nav>
  );
}
