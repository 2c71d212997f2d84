import type { Metadata } from "next";
import { ArticleView } from "@/components/reader/article-view";
import { CiteThis } from "@/components/reader/cite-this";
import styles from "@/components/reader/page.module.css";
import { PublicationList } from "@/components/reader/publication-list";
import { UnpublishedNotice } from "@/components/reader/unpublished-notice";
import { formatCitations } from "@/lib/citations/format-citation";
import { listPublicationNumbers } from "@/lib/db/public-publications";
import { env } from "@/lib/env";
import { factCheckAsWork } from "@/lib/reports/fact-check-as-work";
import { findNotice, findReport, noticeMetadata } from "./find-report";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const unpublication = await findNotice(slug);
  if (unpublication) return noticeMetadata(unpublication);
  const { article, summary } = await findReport(slug);
  const description = `${summary.total} claims in this article, each checked against sources.`;
  const url = `${env().publicUrl}/articles/${slug}`;
  return {
    title: `Fact-check: ${article.title}`,
    description,
    alternates: { canonical: url },
    openGraph: {
      type: "article",
      title: `Fact-check: ${article.title}`,
      description,
      url,
      siteName: "Obelus",
    },
  };
}

/** The published article with its marks and findings. */
export default async function ArticlePage({ params }: Props) {
  const { slug } = await params;
  const unpublication = await findNotice(slug);
  if (unpublication) return <UnpublishedNotice unpublication={unpublication} />;
  const report = await findReport(slug);
  return (
    <ArticleView
      report={report}
      imageHosts={env().imageHosts}
      claimHref={(number) => `/articles/${slug}/claims/${number}`}
      head={
        <p className={styles.links}>
          <a href={`/articles/${slug}/report`}>Full report</a>
          <a href={`/articles/${slug}/report.pdf`}>Report as PDF</a>
        </p>
      }
      foot={
        <>
          <CiteThis
            slug={slug}
            citations={formatCitations(factCheckAsWork(report, `${env().publicUrl}/articles/${slug}`))}
          />
          <PublicationList
            slug={slug}
            publications={await listPublicationNumbers(slug)}
            shown={report.publication.number}
          />
        </>
      }
    />
  );
}
