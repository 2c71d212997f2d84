import record from "@/components/desk/record-page.module.css";
import { type CslData, type CslValue, FIELDS_OF_SOURCE } from "@/lib/sources/csl-data";
import { words } from "@/lib/words/words";
import styles from "./sources.module.css";

/** UTF-16 units shown of one value. */
const MAX_SHOWN = 2000;

/** The fields of an imported citation that the form of a source doesn't have, such as its abstract. */
export function ImportedFields({ csl }: { csl: CslData }) {
  const t = words("sources");
  const others = Object.entries(csl).filter(([field]) => !FIELDS_OF_SOURCE.has(field));
  if (others.length === 0) return null;
  return (
    <details className={styles.imported}>
      <summary>{t("details.imported")}</summary>
      <p className={record.hint}>{t("details.importedHint")}</p>
      <dl>
        {others.map(([field, value]) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd dir="auto">{textOf(value).slice(0, MAX_SHOWN)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function textOf(value: CslValue): string {
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  if (typeof value === "object" && value !== null) return Object.values(value).map(textOf).join(" ");
  return String(value ?? "");
}
