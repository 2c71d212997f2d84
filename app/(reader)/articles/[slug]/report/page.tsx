import type { Metadata } from "next";
import { ClaimEntry } from "@/components/reader/claim-entry";
import { MarkedText } from "@/components/reader/marked-text";
import styles from "@/components/reader/page.module.css";
import {
  CorrectionNotices,
  Method,
  Origin,
  RatingSummary,
  Redactions,
  Signers,
  Sources,
} from "@/components/reader/report-parts";
import { UnpublishedNotice } from "@/components/reader/unpublished-notice";
import { env } from "@/lib/env";
import { reportKicker, sectionTitles } from "@/lib/reports/report-words";
import { findNotice, findReport, noticeMetadata } from "../find-report";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const unpublication = await findNotice(slug);
  if (unpublication) return noticeMetadata(unpublication);
  const { article } = await findReport(slug);
  return { title: `Report: ${article.title}`, robots: { index: false } };
}

/** The fact-check report as a page to read, print or save. */
export default async function ReportPage({ params }: Props) {
  const { slug } = await params;
  const unpublication = await findNotice(slug);
  if (unpublication) return <UnpublishedNotice unpublication={unpublication} />;
  const report = await findReport(slug);
  return (
    <main id="content" className={styles.page}>
      <div className={styles.column}>
        <p className={styles.kicker}>{reportKicker(report)}</p>
        <h1 className={styles.title} lang={report.article.language} dir={report.article.direction}>
          {report.article.title}
        </h1>
        <Origin report={report} />
        <p className={styles.links}>
          <a href={`/articles/${slug}/report.pdf`}>Report as PDF</a>
          <a href={`/articles/${slug}`}>The article with its marks</a>
        </p>
        <CorrectionNotices report={report} />
        <RatingSummary report={report} />
        <section aria-labelledby="article-title">
          <h2 id="article-title" className={styles.listTitle}>
            {sectionTitles.article}
          </h2>
          <MarkedText report={report} imageHosts={env().imageHosts} />
        </section>
        <section aria-labelledby="claims-title">
          <h2 id="claims-title" className={styles.listTitle}>
            {sectionTitles.claims}
          </h2>
          {report.claims.map((claim) => (
            <ClaimEntry key={claim.number} report={report} claim={claim} backHref={`#mark-${claim.number}`} />
          ))}
        </section>
        <Sources report={report} />
        <Method report={report} />
        <Signers report={report} />
        <Redactions report={report} />
      </div>
    </main>
  );
}
