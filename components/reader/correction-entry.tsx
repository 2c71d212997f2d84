import { useContext } from "react";
import { ComposedText } from "@/components/words/composed-text";
import { useReportWords } from "@/components/words/use-report-words";
import { LanguageContext, useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import { formatDate } from "@/lib/format-date";
import type { CorrectionField, CorrectionKind, CorrectionValue } from "@/lib/reports/report";
import { Arrow } from "./arrow";
import { OwnText } from "./own-text";
import styles from "./page.module.css";
import { useOwnLanguage } from "./use-own-language";

/** Characters of two values that fit next to each other. */
const MAX_IN_A_LINE = 60;

interface Props {
  correction: {
    article: { slug: string; title: string };
    claim: { number: number; statement: string } | null;
    kind: CorrectionKind;
    note: string;
    /** ISO 8601 instant. */
    madeAt: string;
    /** Number of the publication with the correction. */
    publication: number;
    changes: readonly { field: CorrectionField; from: CorrectionValue; to: CorrectionValue }[];
  };
}

/** A correction in the list of all: what changed, and why. */
export function CorrectionEntry({ correction }: Props) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
  const own = useOwnLanguage();
  const { claimTitle, correctionField, correctionKind, correctionValue } = useReportWords();
  const { article, claim, kind, note, madeAt, publication, changes } = correction;
  return (
    <article>
      <p className={styles.meta}>
        <strong>{correctionKind(kind)}</strong>
        <time dateTime={madeAt}>{formatDate(madeAt, language)}</time>
        <a href={articlePath(article.slug)}>
          <OwnText>{article.title}</OwnText>
        </a>
      </p>
      {claim && (
        <h2 className={styles.correctedClaim}>
          <a href={`${articlePath(article.slug)}#claim-${claim.number}`}>
            <ComposedText>{claimTitle(claim.number, claim.statement)}</ComposedText>
          </a>
        </h2>
      )}
      <p className={styles.noteText} {...own(note)}>
        {note}
      </p>
      <dl className={styles.changes}>
        {changes.map(({ field, from, to }) => (
          <div key={field}>
            <dt>{correctionField(field)}</dt>
            <Change from={correctionValue(field, from)} to={correctionValue(field, to)} />
          </div>
        ))}
      </dl>
      {publication > 1 && (
        <p className={styles.meta}>
          <a href={`${articlePath(article.slug)}/publications/${publication - 1}`}>
            {t("correction.previous")}
          </a>
        </p>
      )}
    </article>
  );
}

/** A value before and now: in one line, or below each other if they are long. */
function Change({ from, to }: { from: string; to: string }) {
  const t = useWords("reader");
  return (
    <dd className={from.length + to.length > MAX_IN_A_LINE ? styles.long : undefined}>
      <del>
        <span className="visually-hidden">{t("change.before")} </span>
        <ComposedText>{from}</ComposedText>
      </del>{" "}
      <ins>
        <span className="visually-hidden">{t("change.now")} </span>
        <Arrow to="after" /> <ComposedText>{to}</ComposedText>
      </ins>
    </dd>
  );
}
