import type { ReactNode } from "react";
import {
  CITATION_STYLES,
  type CitationStyle,
  type FormattedCitation,
  styleLabels,
} from "@/lib/citations/citation-styles";
import styles from "./citation-list.module.css";

/** The citation of a work in each style. @param after what to show after each citation, such as a copy button */
export function CitationList({
  citations,
  after,
}: {
  citations: Record<CitationStyle, FormattedCitation>;
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
                return italic ? <i key={key}>{text}</i> : <span key={key}>{text}</span>;
              })}
            </p>
            {after?.(citations[style], styleLabels[style])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
