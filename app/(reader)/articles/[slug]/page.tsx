import type { Metadata } from "next";
import { ClaimCards } from "@/components/reader/claim-cards";
import { ClaimEntry } from "@/components/reader/claim-entry";
import { MarkedText } from "@/components/reader/marked-text";
import styles from "@/components/reader/page.module.css";
import {
  CorrectionNotices,
  Method,
  Origin,
  RatingSummary,
  Signers,
  Sources,
} from "@/components/reader/report-parts";
import { env } from "@/lib/env";
import { findReport } from "./find-report";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const { article, summary } = await findReport(slug);
  const description = `${summary.total} claims of this article, each checked against its sources.`;
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

/** The published article with its marks, and everything that was found. */
export default async function ArticlePage({ params }: Props) {
  const { slug } = await params;
  const report = await findReport(slug);
  return (
    <main id="content" className={styles.page}>
      <div className={styles.column}>
        <p className={styles.kicker}>Fact-check</p>
        <h1 className={styles.title} lang={report.article.language} dir={report.article.direction}>
          {report.article.title}
        </h1>
        <Origin report={report} />
        <p className={styles.links}>
          <a href={`/articles/${slug}/report`}>Full report</a>
          <a href={`/articles/${slug}/report.pdf`}>Report as PDF</a>
        </p>
        <CorrectionNotices report={report} />
        <RatingSummary report={report} />
        <p className={styles.hint}>
          The underlined passages are claims. Point at one, tap it, or follow its number to read what was
          found.
        </p>
        <MarkedText report={report} imageHosts={env().imageHosts} />
        <section aria-labelledby="claims-title">
          <h2 id="claims-title" className={styles.listTitle}>
            The claims
          </h2>
          {report.claims.map((claim) => (
            <ClaimEntry
              key={claim.number}
              report={report}
              claim={claim}
              backHref={`#mark-${claim.number}`}
              pageHref={`/articles/${slug}/claims/${claim.number}`}
            />
          ))}
        </section>
        <Sources report={report} />
        <Method report={report} />
        <Signers report={report} />
      </div>
      <ClaimCards />
    </main>
  );
}
