import { useContext } from "react";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import type { ContentOf } from "@/lib/document-bundle/document-content";
import { formatInstant } from "@/lib/format-date";
import { ArticleView } from "../article-view";
import { Document, type DocumentContext } from "../document";
import styles from "../page.module.css";
import { PublicationList } from "../publication-list";

/** An earlier publication of an article. */
export function EarlierPublicationPage({
  report,
  publications,
  context,
}: ContentOf<"publication"> & { context: DocumentContext }) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
  const { slug, title } = report.article;
  const { number, publishedAt } = report.publication;
  const next = publications.findLast((each) => each.number > number);
  return (
    <Document
      head={{ title: t("earlier.head", { number, title }), path: null, canonicalPath: articlePath(slug) }}
      publisher={report.organisation}
      context={context}
    >
      <ArticleView
        report={report}
        imageHosts={context.site.imageHosts}
        head={
          <p className={styles.earlier} role="note">
            {next
              ? t("earlier.until", {
                  number,
                  total: publications.length,
                  from: formatInstant(publishedAt, language),
                  until: formatInstant(next.publishedAt, language),
                })
              : t("earlier.from", {
                  number,
                  total: publications.length,
                  from: formatInstant(publishedAt, language),
                })}{" "}
            <a href={articlePath(slug)}>{t("earlier.current")}</a>
          </p>
        }
        foot={<PublicationList slug={slug} publications={publications} shown={number} />}
      />
    </Document>
  );
}
