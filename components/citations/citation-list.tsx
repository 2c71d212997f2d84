import type { ReactNode } from "react";
import {
  CITATION_STYLES,
  type CitationStyle,
  type FormattedCitation,
  styleLabels,
} from "@/lib/citations/citation-styles";
import styles from "./citation-list.module.css";

/**
 * The citation of a work in each style.
 * @param mark marks parts of a text, such as names in another language
 * @param after what to show after each citation, such as a copy button
 */
export function CitationList({
  citations,
  mark = (text) => text,
  after,
}: {
  citations: Record<CitationStyle, FormattedCitation>;
  mark?: (text: string) => ReactNode;
  after?: (citation: FormattedCitation, label: string) => ReactNode;
}) {
  return (
    <dl className={styles.citations}>
      {CITATION_STYLES.map((style) => (
        <div key={style}>
          <dt>{styleLabels[style]}</dt>
          <dd>
            <p dir="auto">
              {citations[style].runs.map(({ text, italic }, index) => {
                const key = `${index}-${italic}`;
                const Part = italic ? "i" : "span";
                return <Part key={key}>{mark(text)}</Part>;
              })}
            </p>
            {after?.(citations[style], styleLabels[style])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
