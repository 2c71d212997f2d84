import { useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import type { Report } from "@/lib/reports/report";
import { ClaimCards } from "../claim-cards";
import { ClaimEntries } from "../claims/claim-entries";
import { Document, type DocumentContext } from "../document";
import { Finding } from "../finding";
import { MarkedText } from "../marked-text";
import styles from "../page.module.css";
import { CorrectionNotices, RatingSummary } from "../report-parts";
import { useOwnLanguage } from "../use-own-language";

/** An article with its marks, for a page of another site: the answer, the text and its claims. Everything else is on the article's page. */
export function EmbeddedArticlePage({ report, context }: { report: Report; context: DocumentContext }) {
  const own = useOwnLanguage();
  const t = useWords("reader");
  const { slug, title, language } = report.article;
  const path = articlePath(slug);
  return (
    <Document
      head={{ title: t("article.head", { title }), path: null, canonicalPath: path }}
      publisher={report.organisation}
      context={context}
    >
      <main id="content" className={styles.page}>
        <div className={styles.column}>
          <h1 className={styles.title} {...own(title, language)}>
            <a href={path}>{title}</a>
          </h1>
          <CorrectionNotices report={report} />
          <Finding report={report} articleHref={path} />
          <RatingSummary report={report} />
          <MarkedText report={report} imageHosts={context.site.imageHosts} />
          <ClaimEntries
            report={report}
            articleHref={path}
            pageHref={(number) => `${path}/claims/${number}`}
          />
        </div>
        <ClaimCards report={report} />
      </main>
    </Document>
  );
}
