import { useReportWords } from "@/components/words/use-report-words";
import { formatDate } from "@/lib/format-date";
import type { CorrectionField, CorrectionKind, CorrectionValue } from "@/lib/reports/report";
import styles from "./page.module.css";

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
  const { correctionField, correctionKind, correctionValue } = useReportWords();
  const { article, claim, kind, note, madeAt, publication, changes } = correction;
  return (
    <article>
      <p className={styles.meta}>
        <strong>{correctionKind(kind)}</strong>
        <time dateTime={madeAt}>{formatDate(madeAt)}</time>
        <a href={`/articles/${article.slug}`}>{article.title}</a>
      </p>
      {claim && (
        <h2 className={styles.correctedClaim}>
          <a href={`/articles/${article.slug}#claim-${claim.number}`}>
            Claim {claim.number}: {claim.statement}
          </a>
        </h2>
      )}
      <p className={styles.noteText}>{note}</p>
      <dl className={styles.changes}>
        {changes.map(({ field, from, to }) => (
          <div key={field}>
            <dt>{correctionField(field)}</dt>
            <dd>
              <del>{correctionValue(field, from)}</del> <span aria-hidden="true">→</span>{" "}
              <ins>{correctionValue(field, to)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {publication > 1 && (
        <p className={styles.meta}>
          <a href={`/articles/${article.slug}/publications/${publication - 1}`}>Previous publication</a>
        </p>
      )}
    </article>
  );
}
