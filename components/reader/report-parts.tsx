import { type ReactNode, useContext } from "react";
import { ComposedText } from "@/components/words/composed-text";
import { rich } from "@/components/words/rich";
import { useReportWords } from "@/components/words/use-report-words";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { formatDate } from "@/lib/format-date";
import type { Report } from "@/lib/reports/report";
import { sourceHref } from "@/lib/reports/source-words";
import { OwnText } from "./own-text";
import { RatingBar } from "./rating-bar";
import styles from "./report-parts.module.css";
import { SignedRating } from "./signed-rating";
import { useOwnLanguage } from "./use-own-language";

/** The author, publisher, date and link of the original article. */
export function Origin({ report }: { report: Report }) {
  const t = useWords("reader");
  const r = useWords("report");
  const pageLanguage = useContext(LanguageContext);
  const { sourceUrl, byline, publisher, publishedOn, language } = report.article;
  const known = { known: language };
  return (
    <p className={styles.origin}>
      {byline && <span>{rich(r, "byline", { name: <OwnText {...known}>{byline}</OwnText> })}</span>}
      {publisher && (
        <span>
          <OwnText {...known}>{publisher}</OwnText>
        </span>
      )}
      {publishedOn && <span>{formatDate(publishedOn, pageLanguage)}</span>}
      {sourceUrl && (
        <a href={sourceUrl} rel="noopener noreferrer nofollow">
          {t("article.original")}
        </a>
      )}
    </p>
  );
}

/** The number of claims per rating. */
export function RatingSummary({ report }: { report: Report }) {
  const { summaryTitle } = useReportWords();
  const count = new Map(report.summary.counts.map((each) => [each.ratingKey, each.count]));
  return (
    <section className={styles.summary} aria-labelledby="summary-title">
      <h2 id="summary-title">{summaryTitle(report)}</h2>
      <ul>
        {report.scale.ratings
          .filter((rating) => count.get(rating.key))
          .map((rating) => {
            const first = report.claims.find((claim) => claim.ratingKey === rating.key);
            return (
              <li key={rating.key}>
                <a href={`#claim-${first?.number}`} data-filter={rating.key}>
                  <SignedRating rating={rating} />
                  <span className={styles.count}>{count.get(rating.key)}</span>
                </a>
              </li>
            );
          })}
      </ul>
      <RatingBar ratings={report.scale.ratings} count={count} total={report.summary.total} />
    </section>
  );
}

/** The numbered list of sources. */
export function Sources({ report }: { report: Report }) {
  const t = useWords("reader");
  const { marks, sectionTitles, sourceTitle, sourceOrigin, archivedCopy, ...words } = useReportWords();
  const end = `${marks.stop}${marks.gap}`;
  const { describeCitation, describeDeadLink, describeKeptCopy, describeSourceKind } = words;
  if (report.sources.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="sources-title">
      <h2 id="sources-title">
        {sectionTitles.sources} <span className={styles.headingCount}>{report.sources.length}</span>
      </h2>
      <ol className={styles.sources}>
        {report.sources.map((source) => (
          <li key={source.number} id={`source-${source.number}`}>
            <OptionalLink href={sourceHref(source)}>
              <OwnText>{sourceTitle(source)}</OwnText>
            </OptionalLink>
            <ComposedText>{sourceOrigin(source)}</ComposedText>
            {end}
            <ComposedText>{describeCitation(source)}</ComposedText>
            {marks.gap}
            {describeSourceKind(source)}
            {end}
            {describeDeadLink(source)}
            {source.archiveUrl &&
              (source.gone ? (
                source.url && (
                  <>
                    {" "}
                    <OptionalLink href={source.url}>{t("source.original")}</OptionalLink>
                    {marks.stop}
                  </>
                )
              ) : (
                <>
                  {" "}
                  <OptionalLink href={source.archiveUrl}>{archivedCopy}</OptionalLink>
                  {marks.stop}
                </>
              ))}{" "}
            {describeKeptCopy(source)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A link, or plain text without a URL. */
function OptionalLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href) return children;
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** How the newsroom works, and what each rating means. */
export function Method({ report }: { report: Report }) {
  const own = useOwnLanguage();
  const { methodParagraphs, sectionTitles } = useReportWords();
  return (
    <section className={styles.section} aria-labelledby="method-title">
      <h2 id="method-title">{sectionTitles.method}</h2>
      {methodParagraphs(report).map((paragraph) => (
        <p key={paragraph} {...own(paragraph)}>
          {paragraph}
        </p>
      ))}
      <h3 id="ratings-title">{sectionTitles.ratings}</h3>
      <dl className={styles.scale}>
        {report.scale.ratings.map((rating) => (
          <div key={rating.key}>
            <dt>
              <SignedRating rating={rating} />
            </dt>
            <dd {...own(rating.definition)}>{rating.definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Who checked, approved and published. */
export function Signers({ report }: { report: Report }) {
  const { describePublication, describeSigner, sectionTitles } = useReportWords();
  return (
    <section className={styles.section} aria-labelledby="signers-title">
      <h2 id="signers-title">{sectionTitles.signers}</h2>
      <ul className={styles.signers}>
        {report.signers.map((signer) => {
          const [verb, name, rest] = describeSigner(signer);
          return (
            <li key={`${signer.role} ${signer.person ?? name}`}>
              {verb}
              <strong>
                <ComposedText>{name}</ComposedText>
              </strong>
              {rest}
            </li>
          );
        })}
      </ul>
      <p className={styles.fine}>{describePublication(report)}</p>
    </section>
  );
}

/** What was taken out of this publication since. */
export function Redactions({ report }: { report: Report }) {
  const { describeRedaction, sectionTitles } = useReportWords();
  const { redactions = [] } = report;
  if (redactions.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="redactions-title">
      <h2 id="redactions-title">
        {sectionTitles.redactions} <span className={styles.headingCount}>{redactions.length}</span>
      </h2>
      <ul className={styles.signers}>
        {redactions.map((redaction) => (
          <li key={redaction.number}>
            <time dateTime={redaction.at}>
              <ComposedText>{describeRedaction(redaction)}</ComposedText>
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The corrections of this article. */
export function CorrectionNotices({ report }: { report: Report }) {
  const { claimTitle, correctionNotices, correctionTitle, marks, sectionTitles } = useReportWords();
  if (report.corrections.length === 0) return null;
  return (
    <section className={styles.corrections} aria-labelledby="corrections-title">
      <h2 id="corrections-title">{sectionTitles.corrections}</h2>
      <ul>
        {correctionNotices(report.corrections).map((correction, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a publication never changes, and notes can be equal
          <li key={index}>
            <time dateTime={correction.madeAt}>{correctionTitle(correction)}</time>
            {marks.stop}
            {marks.gap}
            {correction.claim !== null && (
              <a href={`#claim-${correction.claim}`}>{claimTitle(correction.claim)}</a>
            )}{" "}
            <OwnText>{correction.note}</OwnText> <ComposedText>{correction.changes}</ComposedText>
          </li>
        ))}
      </ul>
    </section>
  );
}
