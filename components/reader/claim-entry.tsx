import type { ReactNode } from "react";
import { ComposedText } from "@/components/words/composed-text";
import { rich } from "@/components/words/rich";
import { useReportWords } from "@/components/words/use-report-words";
import { useWords } from "@/components/words/use-words";
import type { Rating } from "@/lib/ratings/rating";
import { claimantKeyOf } from "@/lib/reports/claimant-options";
import { findRating } from "@/lib/reports/claims/find-rating";
import { directedBlocks } from "@/lib/reports/languages/directed-blocks";
import type { Report, ReportClaim, ReportEvidence } from "@/lib/reports/report";
import { sourceHref } from "@/lib/reports/source-words";
import { differing } from "@/lib/reports/text-language";
import { Blocks } from "./blocks";
import styles from "./claim-entry.module.css";
import { AlteredWording } from "./claims/altered-wording";
import { OwnText } from "./own-text";
import { SignedRating } from "./signed-rating";
import { useOwnLanguage } from "./use-own-language";
import { WordsIn } from "./words-in";

interface Props {
  report: Report;
  claim: ReportClaim;
  /** Level of the claim's own heading: the first on a page of its own. */
  headingLevel?: 1 | 3;
  /** The words of the claim in the text; by default a quotation of them. */
  quote?: ReactNode;
  /** Target of the link "Back to the text"; omitted for no link. */
  backHref?: string;
  /** URL of the claim's own page; omitted for no link. */
  pageHref?: string;
  /** URL of the article with its sources and its method; omitted on the page that has them. */
  articleHref?: string;
}

/** Everything published about one claim: quote, statement, verdict, reasons, sources. */
export function ClaimEntry({
  report,
  claim,
  headingLevel = 3,
  quote,
  backHref,
  pageHref,
  articleHref = "",
}: Props) {
  const t = useWords("reader");
  const own = useOwnLanguage();
  const { claimKind, claimTitle, describeAttribution, describeSignature, language } = useReportWords();
  const rating = findRating(report, claim);
  const attribution = describeAttribution(claim);
  const Heading = `h${headingLevel}` as const;
  return (
    <article
      className={styles.entry}
      data-claimant={claim.claimant ? claimantKeyOf(claim.claimant) : undefined}
      data-topics={claim.tags.length > 0 ? JSON.stringify(claim.tags) : undefined}
      id={`claim-${claim.number}`}
    >
      <p className={styles.kicker}>
        {pageHref ? (
          <a href={pageHref}>{claimTitle(claim.number)}</a>
        ) : (
          <span>{claimTitle(claim.number)}</span>
        )}
        <span>{claimKind(claim)}</span>
      </p>
      <Heading className={styles.statement} data-statement="" {...own(claim.statement)}>
        <WordsIn language={own(claim.statement).lang ?? language}>{claim.statement}</WordsIn>
      </Heading>
      {/* A statement in the words of the article is not shown twice. */}
      {quote ?? (claim.quote !== claim.statement && <Quotation report={report} claim={claim} />)}
      {attribution && (
        <p className={styles.attribution}>
          <ComposedText>{attribution}</ComposedText>
        </p>
      )}
      <ClaimVerdict
        report={report}
        claim={claim}
        rating={rating}
        articleHref={articleHref}
        isAlone={headingLevel === 1}
      />
      <Corrections report={report} claim={claim} />
      <footer className={styles.footer}>
        <span>
          <ComposedText>{describeSignature(claim)}</ComposedText>
        </span>
        {backHref && (
          <a href={backHref}>
            {rich(t, "entry.back", {
              number: claim.number,
              hidden: (chunks) => (
                <span key="hidden" className="visually-hidden">
                  {chunks}
                </span>
              ),
            })}
          </a>
        )}
      </footer>
    </article>
  );
}

function Quotation({ report, claim }: { report: Report; claim: ReportClaim }) {
  const { language } = useReportWords();
  const attributes = useOwnLanguage()(claim.quote, report.article.language);
  return (
    <blockquote className={styles.quote} data-quote="" {...attributes}>
      {claim.quote.split("\n").map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
        <p key={index}>
          <WordsIn language={attributes.lang ?? language}>{line}</WordsIn>
        </p>
      ))}
    </blockquote>
  );
}

/** The part of the page that claim cards copy. */
function ClaimVerdict({
  report,
  claim,
  rating,
  articleHref,
  isAlone,
}: {
  report: Report;
  claim: ReportClaim;
  rating: Rating;
  articleHref: string;
  /** Whether nothing else on the page says what ratings mean. */
  isAlone: boolean;
}) {
  const t = useWords("reader");
  const { language } = useReportWords();
  const own = useOwnLanguage();
  const { blocks, ...rationale } = directedBlocks(claim.rationale);
  return (
    <div data-card-content="">
      <p className={styles.verdict}>
        <SignedRating rating={rating} size="large" data-rating="" />{" "}
        <span className={styles.definition} {...own(rating.definition)}>
          {rating.definition}
        </span>
        {isAlone && (
          <a className={styles.method} href={`${articleHref}#ratings-title`}>
            {t("finding.ratings")}
          </a>
        )}
      </p>
      <AlteredWording report={report} claim={claim} />
      <div className={styles.rationale} data-rationale="" {...differing(rationale, language)}>
        <Blocks blocks={blocks} headingLevel={5} language={rationale.lang ?? language} />
      </div>
      {claim.evidence.length > 0 && (
        <ul className={styles.evidence} aria-label={t("entry.sources")}>
          {claim.evidence.map((evidence, index) => (
            <EvidenceItem
              // biome-ignore lint/suspicious/noArrayIndexKey: a published list never changes
              key={index}
              report={report}
              evidence={evidence}
              articleHref={articleHref}
              hasSourcePage={isAlone}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function EvidenceItem({
  report,
  evidence,
  articleHref,
  hasSourcePage,
}: {
  report: Report;
  evidence: ReportEvidence;
  articleHref: string;
  /** Whether to link the page of the source, which lists the other claims that it was used for. */
  hasSourcePage: boolean;
}) {
  const t = useWords("reader");
  const archive = useWords("archive");
  const own = useOwnLanguage();
  const { archivedCopy, describeAccess, describeDeadLink, language, marks, ...words } = useReportWords();
  const { sourceOrigin, sourceTitle, stanceLabel } = words;
  const source = report.sources[evidence.source - 1];
  if (!source) throw new RangeError(`the report has no source ${evidence.source}`);
  const href = sourceHref(source, evidence.archiveUrl);
  return (
    <li data-stance={evidence.stance}>
      <span className={styles.stance}>{stanceLabel(evidence)}</span>
      <div>
        <p className={styles.source}>
          {href ? (
            <a href={href} rel="noopener noreferrer nofollow">
              <OwnText>{sourceTitle(source)}</OwnText>
            </a>
          ) : (
            <OwnText>{sourceTitle(source)}</OwnText>
          )}
          <ComposedText>{sourceOrigin(source)}</ComposedText>
          {source.primary && <span className={styles.primary}> {t("entry.primary")}</span>}{" "}
          <a className={styles.sourceNumber} href={`${articleHref}#source-${source.number}`}>
            [{source.number}]
          </a>
        </p>
        {source.gone && <p className={styles.note}>{describeDeadLink(source, evidence.archiveUrl)}</p>}
        {evidence.excerpt && (
          <blockquote className={styles.excerpt} {...own(evidence.excerpt)}>
            <WordsIn language={own(evidence.excerpt).lang ?? language}>{evidence.excerpt}</WordsIn>
          </blockquote>
        )}
        {evidence.note && (
          <p className={styles.note} data-evidence-note="" {...own(evidence.note)}>
            <WordsIn language={own(evidence.note).lang ?? language}>{evidence.note}</WordsIn>
          </p>
        )}
        {(evidence.archiveUrl || evidence.accessedOn) && (
          <p className={styles.note}>
            {evidence.archiveUrl && (
              <a href={evidence.archiveUrl} rel="noopener noreferrer nofollow">
                {archivedCopy}
              </a>
            )}
            {evidence.archiveUrl && evidence.accessedOn && marks.comma}
            {describeAccess(evidence)}
          </p>
        )}
        {hasSourcePage && source.id !== null && !source.confidential && (
          <p className={styles.note}>
            <a className={styles.sourcePage} href={`/sources/${source.id}`}>
              {archive("source.page")}
            </a>
          </p>
        )}
      </div>
    </li>
  );
}

function Corrections({ report, claim }: { report: Report; claim: ReportClaim }) {
  const t = useWords("reader");
  const { correctionNotices, correctionTitle, marks } = useReportWords();
  const corrections = correctionNotices(report.corrections).filter(
    (correction) => correction.claim === claim.number,
  );
  if (corrections.length === 0) return null;
  return (
    <ul className={styles.corrections} aria-label={t("entry.corrections")}>
      {corrections.map((correction) => (
        <li key={correction.madeAt}>
          <strong>{marks.sentence(correctionTitle(correction))}</strong> <OwnText>{correction.note}</OwnText>{" "}
          <ComposedText>{correction.changes}</ComposedText>
        </li>
      ))}
    </ul>
  );
}
