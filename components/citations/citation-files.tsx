import { CITATION_FORMATS, type CitationFormat, citationFiles } from "@/lib/citations/citation-format";
import styles from "./citation-files.module.css";

/** Links to download citations for reference managers. */
export function CitationFiles({
  label,
  hrefOf,
}: {
  label: string;
  hrefOf: (format: CitationFormat) => string;
}) {
  return (
    <p className={styles.files}>
      <span>{label}</span>
      {CITATION_FORMATS.map((format) => (
        <a key={format} href={hrefOf(format)} download>
          {citationFiles[format].label}
        </a>
      ))}
    </p>
  );
}
