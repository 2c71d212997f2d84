import { CitationFiles } from "@/components/citations/citation-files";
import { CitationList } from "@/components/citations/citation-list";
import { CopyButton } from "@/components/ui/copy-button";
import type { CitationStyle, FormattedCitation } from "@/lib/citations/citation-styles";
import styles from "./sources.module.css";

/** How a source is cited; null for a confidential one. */
export function SourceCitations({
  sourceId,
  citations,
}: {
  sourceId: string;
  citations: Record<CitationStyle, FormattedCitation> | null;
}) {
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite</h2>
      {citations ? (
        <>
          <CitationList
            citations={citations}
            after={({ text, html }, label) => (
              <CopyButton text={text} html={html} label={`Copy the ${label} citation`} />
            )}
          />
          <CitationFiles
            words="For reference managers:"
            hrefOf={(format) => `/desk/sources/${sourceId}/cite/${format}`}
          />
        </>
      ) : (
        <p className={styles.hint}>
          This source is confidential: it is described, not named, so there is no citation of it.
        </p>
      )}
    </section>
  );
}
