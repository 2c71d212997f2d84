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
  const { slug, title } = report.article;
  const { number, publishedAt } = report.publication;
  const next = publications.findLast((each) => each.number > number);
  return (
    <Document
      head={{ title: `Publication ${number}: ${title}`, path: null, canonicalPath: `/articles/${slug}` }}
      publisher={report.organisation}
      context={context}
    >
      <ArticleView
        report={report}
        imageHosts={context.site.imageHosts}
        head={
          <p className={styles.earlier} role="note">
            This is publication {number} of {publications.length}, as readers saw it from{" "}
            {formatInstant(publishedAt)}
            {next && ` until ${formatInstant(next.publishedAt)}`}.{" "}
            <a href={`/articles/${slug}`}>Read the current one</a>
          </p>
        }
        foot={<PublicationList slug={slug} publications={publications} shown={number} />}
      />
    </Document>
  );
}
