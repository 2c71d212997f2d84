import { CitationFiles } from "@/components/citations/citation-files";
import { CitationList } from "@/components/citations/citation-list";
import { ComposedText } from "@/components/words/composed-text";
import { useWords } from "@/components/words/use-words";
import { articlePath } from "@/lib/article-path";
import { citationFiles } from "@/lib/citations/citation-format";
import type { CitationStyle, FormattedCitation } from "@/lib/citations/citation-styles";
import styles from "./cite-this.module.css";

/** How to cite a fact-check. Opens without JavaScript. */
export function CiteThis({
  slug,
  citations,
}: {
  slug: string;
  citations: Record<CitationStyle, FormattedCitation>;
}) {
  const t = useWords("reader");
  return (
    <details className={styles.cite}>
      <summary>{t("cite.title")}</summary>
      <CitationList citations={citations} mark={(text) => <ComposedText>{text}</ComposedText>} />
      <CitationFiles
        label={t("cite.files")}
        hrefOf={(format) => `${articlePath(slug)}/cite.${citationFiles[format].ending}`}
      />
    </details>
  );
}
