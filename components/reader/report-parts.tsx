import { RatingLabel } from "@/components/claims/rating-label";
import { formatDate, formatInstant } from "@/lib/format-date";
import type { Report, ReportSource } from "@/lib/reports/report";
import styles from "./report-parts.module.css";

/** Who wrote the article, who published it, when, and where it stands. */
export function Origin({ report }: { report: Report }) {
  const { byline, publisher, publishedOn, sourceUrl } = report.article;
  return (
    <p className={styles.origin}>
      {byline && <span>By {byline}</span>}
      {publisher && <span>{publisher}</span>}
      {publishedOn && <time dateTime={publishedOn}>{formatDate(publishedOn)}</time>}
      {sourceUrl && (
        <a href={sourceUrl} rel="noopener noreferrer nofollow">
          The original article
        </a>
      )}
    </p>
  );
}

/** How many claims were given each rating. */
export function RatingSummary({ report }: { report: Report }) {
  const { total, counts } = report.summary;
  const count = new Map(counts.map((each) => [each.ratingKey, each.count]));
  return (
    <section className={styles.summary} aria-labelledby="summary-title">
      <h2 id="summary-title">
        {total} {total === 1 ? "claim" : "claims"} checked
      </h2>
      <ul>
        {report.scale.ratings
          .filter((rating) => count.get(rating.key))
          .map((rating) => {
            const first = report.claims.find((claim) => claim.ratingKey === rating.key);
            return (
              <li key={rating.key}>
                <a href={`#claim-${first?.number}`}>
                  <RatingLabel rating={rating} />
                  <span className={styles.count}>{count.get(rating.key)}</span>
                </a>
              </li>
            );
          })}
      </ul>
      <div className={styles.bar} aria-hidden="true">
        {report.scale.ratings.map((rating) => (
          <span
            key={rating.key}
            className="rating-hue"
            data-colour={rating.colour}
            style={{ flexGrow: count.get(rating.key) ?? 0, background: "var(--hue)" }}
          />
        ))}
      </div>
    </section>
  );
}

/** The numbered list of everything that was consulted. */
export function Sources({ report }: { report: Report }) {
  if (report.sources.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="sources-title">
      <h2 id="sources-title">
        Sources <span className={styles.headingCount}>{report.sources.length}</span>
      </h2>
      <ol className={styles.sources}>
        {report.sources.map((source) => (
          <li key={source.number} id={`source-${source.number}`}>
            <SourceText source={source} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function SourceText({ source }: { source: ReportSource }) {
  return (
    <>
      {source.url ? (
        <a href={source.url} rel="noopener noreferrer nofollow">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      {source.publisher && `, ${source.publisher}`}
      {source.publishedOn && `, ${formatDate(source.publishedOn)}`}. {source.kindLabel}
      {source.primary && ", primary source"}.
    </>
  );
}

/** How the desk works, and what each rating means. */
export function Method({ report }: { report: Report }) {
  return (
    <section className={styles.section} aria-labelledby="method-title">
      <h2 id="method-title">How this was checked</h2>
      {report.method.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h3>The ratings</h3>
      <dl className={styles.scale}>
        {report.scale.ratings.map((rating) => (
          <div key={rating.key}>
            <dt>
              <RatingLabel rating={rating} />
            </dt>
            <dd>{rating.definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const roleVerbs = { checked: "Checked", approved: "Approved", published: "Published" } as const;

/** Who checked, who approved, who published. */
export function Signers({ report }: { report: Report }) {
  return (
    <section className={styles.section} aria-labelledby="signers-title">
      <h2 id="signers-title">Signed off</h2>
      <ul className={styles.signers}>
        {report.signers.map((signer) => (
          <li key={`${signer.role}-${signer.name}`}>
            {roleVerbs[signer.role]} by <strong>{signer.name}</strong>
            {signer.claims.length > 0 &&
              ` (${signer.claims.length} ${signer.claims.length === 1 ? "claim" : "claims"})`}
            , <time dateTime={signer.at}>{formatInstant(signer.at)}</time>
          </li>
        ))}
      </ul>
      <p className={styles.fine}>
        Publication {report.publication.number},{" "}
        <time dateTime={report.publication.publishedAt}>{formatInstant(report.publication.publishedAt)}</time>
        . Text version {report.article.versionNumber}.
      </p>
    </section>
  );
}

/** What readers had seen and was changed since. */
export function CorrectionNotices({ report }: { report: Report }) {
  if (report.corrections.length === 0) return null;
  return (
    <section className={styles.corrections} aria-labelledby="corrections-title">
      <h2 id="corrections-title">Corrections</h2>
      <ul>
        {report.corrections.map((correction) => (
          <li key={`${correction.madeAt}-${correction.claim}-${correction.field}`}>
            <time dateTime={correction.madeAt}>{formatDate(correction.madeAt)}</time>.{" "}
            {correction.claim !== null && <a href={`#claim-${correction.claim}`}>Claim {correction.claim}</a>}{" "}
            {correction.note} ({correction.field})
          </li>
        ))}
      </ul>
    </section>
  );
}
