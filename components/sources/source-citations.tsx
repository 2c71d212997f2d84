import { CitationFiles } from "@/components/citations/citation-files";
import { CitationList } from "@/components/citations/citation-list";
import record from "@/components/desk/record-page.module.css";
import { CopyButton } from "@/components/ui/copy-button";
import type { CitationStyle, FormattedCitation } from "@/lib/citations/citation-styles";
import { words } from "@/lib/words/words";

/** The citations of a source; null for a confidential one. */
export function SourceCitations({
  sourceId,
  citations,
}: {
  sourceId: string;
  citations: Record<CitationStyle, FormattedCitation> | null;
}) {
  const t = words("citations");
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">{t("cite")}</h2>
      {citations ? (
        <>
          <CitationList
            citations={citations}
            after={({ text, html }, label) => (
              <CopyButton text={text} html={html} label={t("copy", { style: label })} />
            )}
          />
          <CitationFiles
            label={t("forReferenceManagers")}
            hrefOf={(format) => `/desk/sources/${sourceId}/cite/${format}`}
          />
        </>
      ) : (
        <p className={record.hint}>{t("confidential")}</p>
      )}
    </section>
  );
}
