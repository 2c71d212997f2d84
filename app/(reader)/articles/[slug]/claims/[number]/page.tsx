import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClaimEntry, ratingOf } from "@/components/reader/claim-entry";
import styles from "@/components/reader/page.module.css";
import { UnpublishedNotice } from "@/components/reader/unpublished-notice";
import { env } from "@/lib/env";
import { findClaim } from "@/lib/reports/find-claim";
import { renderClaimReview } from "@/lib/reports/renderers/claim-review";
import { jsonLd } from "@/lib/reports/renderers/json-ld";
import type { Report, ReportClaim } from "@/lib/reports/report";
import { findNotice, findReport, noticeMetadata } from "../../find-report";

interface Props {
  params: Promise<{ slug: string; number: string }>;
}

async function claimOf({ params }: Props): Promise<{ report: Report; claim: ReportClaim; slug: string }> {
  const { slug, number } = await params;
  const report = await findReport(slug);
  const claim = /^[1-9]\d{0,5}$/.test(number) ? findClaim(report, Number(number)) : undefined;
  if (!claim) notFound();
  return { report, claim, slug };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const unpublication = await findNotice((await props.params).slug);
  if (unpublication) return noticeMetadata(unpublication);
  const { report, claim, slug } = await claimOf(props);
  const title = `${ratingOf(report, claim).label}: ${claim.statement}`;
  const url = `${env().publicUrl}/articles/${slug}/claims/${claim.number}`;
  return {
    title,
    description: claim.rationaleText.slice(0, 200),
    alternates: { canonical: url },
    openGraph: {
      type: "article",
      title,
      description: claim.rationaleText.slice(0, 200),
      url,
      siteName: "Obelus",
    },
  };
}

/** The page of a single claim, with its ClaimReview. */
export default async function ClaimPage(props: Props) {
  const unpublication = await findNotice((await props.params).slug);
  if (unpublication) return <UnpublishedNotice unpublication={unpublication} />;
  const { report, claim, slug } = await claimOf(props);
  const article = `/articles/${slug}`;
  const [before, after] = [report.claims[claim.position - 2], report.claims[claim.position]];
  const { publicUrl } = env();
  const review = renderClaimReview(report, claim, `${publicUrl}${article}/claims/${claim.number}`);
  return (
    <main id="content" className={styles.page}>
      {review && (
        <script
          type="application/ld+json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, with every "<" escaped
          dangerouslySetInnerHTML={{ __html: jsonLd(review) }}
        />
      )}
      <div className={styles.column}>
        <h1 className="visually-hidden">
          Claim {claim.number}: {ratingOf(report, claim).label}
        </h1>
        <p className={styles.kicker}>
          From the fact-check of <a href={`${article}#mark-${claim.number}`}>{report.article.title}</a>
        </p>
        <ClaimEntry
          report={report}
          claim={claim}
          headingLevel={2}
          backHref={`${article}#mark-${claim.number}`}
        />
        <p className={styles.context} lang={report.article.language} dir={report.article.direction}>
          … {claim.prefix}
          <mark
            className="mark rating-hue"
            data-colour={ratingOf(report, claim).colour}
            data-underline={ratingOf(report, claim).underline}
          >
            {claim.quote}
          </mark>
          {claim.suffix} …
        </p>
        <nav className={styles.pager} aria-label="Claims">
          {before ? <a href={`${article}/claims/${before.number}`}>← Claim {before.number}</a> : <span />}
          {after && <a href={`${article}/claims/${after.number}`}>Claim {after.number} →</a>}
        </nav>
      </div>
    </main>
  );
}
