import { useReportWords } from "@/components/words/use-report-words";
import { articlePath } from "@/lib/article-path";
import { findRating } from "@/lib/reports/claims/find-rating";
import type { Report } from "@/lib/reports/report";
import { ClaimEntry } from "../claim-entry";
import { Document, type DocumentContext } from "../document";
import styles from "../page.module.css";
import { useOwnLanguage } from "../use-own-language";

/** One claim with its verdict, for a page of another site. @throws RangeError if the report has no claim of that number */
export function EmbeddedClaimPage({
  report,
  number,
  context,
}: {
  report: Report;
  number: number;
  context: DocumentContext;
}) {
  const own = useOwnLanguage();
  const { marks } = useReportWords();
  const claim = report.claims.find((each) => each.number === number);
  if (!claim) throw new RangeError(`the report has no claim ${number}`);
  const { slug, title, language } = report.article;
  const rating = findRating(report, claim);
  return (
    <Document
      head={{
        title: `${rating.label}${marks.colon}${claim.statement}`,
        path: null,
        canonicalPath: `${articlePath(slug)}/claims/${number}`,
      }}
      publisher={report.organisation}
      context={context}
    >
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <p className={styles.kicker}>
            <a href={`${articlePath(slug)}#mark-${number}`} {...own(title, language)}>
              {title}
            </a>
          </p>
          <ClaimEntry report={report} claim={claim} headingLevel={1} articleHref={articlePath(slug)} />
        </div>
      </main>
    </Document>
  );
}
