import { useContext } from "react";
import { ComposedText } from "@/components/words/composed-text";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { findRating } from "@/lib/reports/claims/find-rating";
import { headlineLanguageOf, headlineOf } from "@/lib/reports/claims/headline-of";
import { findingOf } from "@/lib/reports/finding-of";
import { findingSignature } from "@/lib/reports/finding-signature";
import { mostSeriousClaims } from "@/lib/reports/most-serious-claims";
import type { Report } from "@/lib/reports/report";
import styles from "./finding.module.css";
import { SignedRating } from "./signed-rating";
import { useOwnLanguage } from "./use-own-language";
import { WordsIn } from "./words-in";

/** The answer before everything else: what was found, who checked it and when, and the most serious claims. */
export function Finding({
  report,
  listed = 3,
  articleHref = "",
}: {
  report: Report;
  /** How many of the most serious claims are listed. */
  listed?: number;
  /** URL of the page with the method, if this is another one. */
  articleHref?: string;
}) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
  const own = useOwnLanguage();
  const answer = findingOf(report, language);
  if (answer === "") return null;
  const signature = findingSignature(report, language);
  const serious = mostSeriousClaims(report, listed);
  return (
    <section className={styles.finding} aria-labelledby="finding-title">
      <h2 id="finding-title">{t("finding.title")}</h2>
      <p className={styles.answer} {...own(answer)}>
        <WordsIn language={own(answer).lang ?? language}>{answer}</WordsIn>
      </p>
      {signature && (
        <p className={styles.by}>
          <ComposedText>{signature}</ComposedText>
        </p>
      )}
      <p className={styles.method}>
        <a href={`${articleHref}#method-title`}>{t("finding.method")}</a>
        <a href={`${articleHref}#ratings-title`}>{t("finding.ratings")}</a>
      </p>
      {serious.length > 0 && (
        <>
          <h3>{t("finding.serious")}</h3>
          <ul>
            {serious.map((claim) => (
              <li key={claim.number}>
                <SignedRating rating={findRating(report, claim)} size="small" />
                <a
                  href={`#mark-${claim.number}`}
                  {...own(headlineOf(report, claim), headlineLanguageOf(report, claim))}
                >
                  <WordsIn language={own(headlineOf(report, claim)).lang ?? language}>
                    {headlineOf(report, claim)}
                  </WordsIn>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
