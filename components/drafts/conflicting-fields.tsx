import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import styles from "./conflicting-fields.module.css";

/** A field that two people changed, each to another value. */
export interface ConflictingField<Field extends string> {
  field: Field;
  label: string;
  /** The values, as people read them; blank ones are shown as empty. */
  mine: string;
  theirs: string;
}

/** Shows the fields that another person changed as well, to use their version of a field instead. */
export function ConflictingFields<Field extends string>({
  summary,
  fields,
  onUseTheirs,
}: {
  /** What happened, and what to do. */
  summary: string;
  fields: readonly ConflictingField<Field>[];
  onUseTheirs: (field: Field) => void;
}) {
  const t = useWords("common");
  return (
    <Notice tone="failure">
      <p className={styles.summary}>{summary}</p>
      <ul className={styles.fields}>
        {fields.map(({ field, label, mine, theirs }) => (
          <li key={field}>
            <strong>{label}</strong>
            <span className={styles.value}>{t("conflict.yours", { value: mine || t("empty") })}</span>
            <span className={styles.value}>{t("conflict.theirs", { value: theirs || t("empty") })}</span>
            <Button
              aria-label={t("conflict.useTheirsFor", { field: label })}
              onClick={() => onUseTheirs(field)}
            >
              {t("conflict.useTheirs")}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
