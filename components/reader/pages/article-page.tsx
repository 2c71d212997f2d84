import { useReportWords } from "@/components/words/use-report-words";
import { useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import type { ContentOf } from "@/lib/document-bundle/document-content";
import { articleCardAlt } from "@/lib/reports/claims/card-alt";
import { articleDescription } from "@/lib/reports/claims/verdict-description";
import { renderArticleData } from "@/lib/reports/renderers/article-data";
import { renderBreadcrumbData } from "@/lib/reports/renderers/breadcrumb-data";
import { cardAddress } from "@/lib/reports/renderers/card/card-address";
import { ArticleView } from "../article-view";
import { CiteThis } from "../cite-this";
import { Document, type DocumentContext } from "../document";
import styles from "../page.module.css";
import { PublicationList } from "../publication-list";
import { ReportErrorLink } from "../site-pages/report-error-link";

/** The published article with its marks and findings. */
export function ArticlePage({
  report,
  publications,
  citations,
  context,
}: ContentOf<"article"> & { context: DocumentContext }) {
  const t = useWords("reader");
  const { language } = useReportWords();
  const { slug, title } = report.article;
  const path = articlePath(slug);
  const url = `${context.site.publicUrl}${path}`;
  return (
    <Document
      head={{
        title: t("article.head", { title }),
        description: articleDescription(report, language),
        picture: { address: cardAddress(report, null, language), alt: articleCardAlt(report, language) },
        path,
        type: "article",
        isEmbeddable: true,
        data: [renderArticleData(report, url), renderBreadcrumbData(report, url)],
      }}
      publisher={report.organisation}
      context={context}
    >
      <ArticleView
        report={report}
        imageHosts={context.site.imageHosts}
        claimHref={(number) => `${path}/claims/${number}`}
        head={
          <p className={styles.links}>
            <a href={`${path}/report`}>{t("article.report")}</a>
            <a href={`${path}/report.pdf`}>{t("report.pdf")}</a>
            <ReportErrorLink slug={slug} />
          </p>
        }
        foot={
          <>
            <CiteThis slug={slug} citations={citations} />
            <PublicationList slug={slug} publications={publications} shown={report.publication.number} />
          </>
        }
      />
    </Document>
  );
}
