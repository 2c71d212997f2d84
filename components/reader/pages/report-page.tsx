import { useReportWords } from "@/components/words/use-report-words";
import { useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import { REPORT_FILES } from "@/lib/reports/export-formats";
import type { Report } from "@/lib/reports/report";
import { ClaimCards } from "../claim-cards";
import { ClaimEntries } from "../claims/claim-entries";
import { ClaimTable } from "../claims/claim-table";
import { RatingChart } from "../claims/rating-chart";
import { Document, type DocumentContext } from "../document";
import { Finding } from "../finding";
import { MarkedText } from "../marked-text";
import styles from "../page.module.css";
import { CorrectionNotices, Method, Origin, Redactions, Signers, Sources } from "../report-parts";
import { useOwnLanguage } from "../use-own-language";

/** The fact-check report as a page to read, print or save: the answer and all claims at a glance first, then the details. */
export function ReportPage({ report, context }: { report: Report; context: DocumentContext }) {
  const own = useOwnLanguage();
  const t = useWords("reader");
  const { reportKicker, scopeNotices, sectionTitles } = useReportWords();
  const isDraft = report.status === "draft";
  const { slug, title, language } = report.article;
  return (
    <Document
      head={{
        title: t("report.head", { title }),
        path: null,
        ...(!isDraft && { canonicalPath: articlePath(slug) }),
      }}
      publisher={report.organisation}
      context={context}
    >
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          {scopeNotices(report).map((notice) => (
            <p key={notice} className={styles.kicker}>
              <strong>{notice}</strong>
            </p>
          ))}
          <p className={styles.kicker}>{reportKicker(report)}</p>
          <h1 className={styles.title} {...own(title, language)}>
            {title}
          </h1>
          <Origin report={report} />
          {!isDraft && (
            <>
              <p className={styles.links}>
                <a href={articlePath(slug)}>{t("report.article")}</a>
              </p>
              <p className={styles.links}>
                <span>{t("report.files")}</span>
                {REPORT_FILES.filter((format) => format !== "html" || context.frame !== "file").map(
                  (format) => (
                    <a key={format} href={`${articlePath(slug)}/report.${format}`}>
                      {t(`report.file.${format}`)}
                    </a>
                  ),
                )}
              </p>
              <p className={styles.links}>
                <a href="/verify">{t("report.verify")}</a>
              </p>
            </>
          )}
          <CorrectionNotices report={report} />
          <Finding report={report} listed={0} />
          <RatingChart report={report} />
          <ClaimTable report={report} />
          <section aria-labelledby="article-title">
            <h2 id="article-title" className={styles.listTitle}>
              {sectionTitles.article}
            </h2>
            <MarkedText report={report} imageHosts={context.site.imageHosts} />
          </section>
          <ClaimEntries report={report} />
          <Sources report={report} />
          <Method report={report} />
          <Signers report={report} />
          <Redactions report={report} />
        </div>
        <ClaimCards report={report} />
      </main>
    </Document>
  );
}
