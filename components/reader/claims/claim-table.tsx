import { ComposedText } from "@/components/words/composed-text";
import { useReportWords } from "@/components/words/use-report-words";
import { useWords } from "@/components/words/use-words";
import { findRating } from "@/lib/reports/claims/find-rating";
import { headlineLanguageOf, headlineOf } from "@/lib/reports/claims/headline-of";
import { keySource } from "@/lib/reports/claims/key-source";
import type { Report, ReportClaim } from "@/lib/reports/report";
import { sourceHref } from "@/lib/reports/source-words";
import { OwnText } from "../own-text";
import { SignedRating } from "../signed-rating";
import { useOwnLanguage } from "../use-own-language";
import { WordsIn } from "../words-in";
import styles from "./claim-table.module.css";

/** All claims at a glance: what was claimed, the verdict, and the source it rests on first. On narrow screens each row is a block. */
export function ClaimTable({ report }: { report: Report }) {
  const t = useWords("reader");
  const own = useOwnLanguage();
  const { language } = useReportWords();
  if (report.claims.length === 0) return null;
  return (
    <section aria-labelledby="table-title">
      <h2 id="table-title" className={styles.title}>
        {t("table.title")}
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {t("table.claim")}
            </th>
            <th scope="col">{t("table.verdict")}</th>
            <th scope="col">{t("table.source")}</th>
          </tr>
        </thead>
        <tbody>
          {report.claims.map((claim) => (
            <tr key={claim.number}>
              <td className={styles.number}>{claim.number}</td>
              <th scope="row" className={styles.statement}>
                <a
                  href={`#claim-${claim.number}`}
                  {...own(headlineOf(report, claim), headlineLanguageOf(report, claim))}
                >
                  <WordsIn language={own(headlineOf(report, claim)).lang ?? language}>
                    {headlineOf(report, claim)}
                  </WordsIn>
                </a>
              </th>
              <td className={styles.verdict}>
                <SignedRating rating={findRating(report, claim)} size="small" />
              </td>
              <td className={styles.source}>
                <SourceCell report={report} claim={claim} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SourceCell({ report, claim }: { report: Report; claim: ReportClaim }) {
  const t = useWords("reader");
  const { sourceTitle, sourceOrigin } = useReportWords();
  const key = keySource(report, claim);
  if (!key) return t("table.no-source");
  const { source, evidence } = key;
  const href = sourceHref(source, evidence.archiveUrl);
  return (
    <>
      <span className={styles.label}>{t("table.source-label")} </span>
      {href ? (
        <a href={href} rel="noopener noreferrer nofollow">
          <OwnText>{sourceTitle(source)}</OwnText>
        </a>
      ) : (
        <OwnText>{sourceTitle(source)}</OwnText>
      )}
      <span className={styles.origin}>
        <ComposedText>{sourceOrigin(source)}</ComposedText>
      </span>{" "}
      <span className={styles.origin}>[{source.number}]</span>
    </>
  );
}
