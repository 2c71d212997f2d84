import { CITATION_FORMATS, type CitationFormat, citationFiles } from "@/lib/citations/citation-format";
import styles from "./citation-files.module.css";

/** Where the same is had for reference managers. */
export function CitationFiles({
  words,
  hrefOf,
}: {
  words: string;
  hrefOf: (format: CitationFormat) => string;
}) {
  return (
    <p className={styles.files}>
      <span>{words}</span>
      {CITATION_FORMATS.map((format) => (
        <a key={format} href={hrefOf(format)} download>
          {citationFiles[format].label}
        </a>
      ))}
    </p>
  );
}
