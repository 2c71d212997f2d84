import type { ContentOf } from "@/lib/document-bundle/document-content";
import { renderBreadcrumbData } from "@/lib/reports/renderers/breadcrumb-data";
import { renderClaimReview } from "@/lib/reports/renderers/claim-review";
import type { ReportClaim } from "@/lib/reports/report";
import { ClaimEntry, ratingOf } from "../claim-entry";
import { Document, type DocumentContext } from "../document";
import styles from "../page.module.css";

/** The page of a single claim, with its ClaimReview. @throws RangeError if the report has no claim of that number */
export function ClaimPage({ report, number, context }: ContentOf<"claim"> & { context: DocumentContext }) {
  const index = report.claims.findIndex((each) => each.number === number);
  const claim = report.claims[index];
  if (!claim) throw new RangeError(`the report has no claim ${number}`);
  const rating = ratingOf(report, claim);
  const article = `/articles/${report.article.slug}`;
  const { publicUrl } = context.site;
  const path = `${article}/claims/${number}`;
  const review = renderClaimReview(report, claim, `${publicUrl}${path}`);
  return (
    <Document
      head={{
        title: `${rating.label}: ${claim.statement}`,
        description: claim.rationaleText.slice(0, 200),
        path,
        type: "article",
        data: [...(review ? [review] : []), renderBreadcrumbData(report, `${publicUrl}${article}`, claim)],
      }}
      publisher={report.organisation}
      context={context}
    >
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <h1 className="visually-hidden">
            Claim {number}: {rating.label}
          </h1>
          <p className={styles.kicker}>
            From the fact-check of <a href={`${article}#mark-${number}`}>{report.article.title}</a>
          </p>
          <ClaimEntry report={report} claim={claim} headingLevel={2} backHref={`${article}#mark-${number}`} />
          <p className={styles.context} lang={report.article.language} dir={report.article.direction}>
            … {claim.prefix}
            <mark className="mark rating-hue" data-colour={rating.colour} data-underline={rating.underline}>
              {claim.quote}
            </mark>
            {claim.suffix} …
          </p>
          <Neighbours article={article} before={report.claims[index - 1]} after={report.claims[index + 1]} />
        </div>
      </main>
    </Document>
  );
}

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
  return (
    <nav className={styles.pager} aria-label="Claims">
      {before ? <a href={`${article}/claims/${before.number}`}>← Claim {before.number}</a> : <span />}
      {after && <a href={`${article}/claims/${after.number}`}>Claim {after.number} →</a>}
    </nav>
  );
}
