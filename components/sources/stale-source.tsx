import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { type DraftField, draftLabel, draftValue, type SourceDraft } from "./source-draft";
import styles from "./sources.module.css";

/** Shows the fields that another person changed as well, to use their version of a field instead. */
export function StaleSource({
  mine,
  theirs,
  conflicts,
  onUseTheirs,
}: {
  mine: SourceDraft;
  theirs: SourceDraft;
  conflicts: readonly DraftField[];
  onUseTheirs: (field: DraftField) => void;
}) {
  const t = useWords("sources");
  const open = conflicts.filter((field) => mine[field] !== theirs[field]);
  return (
    <Notice tone="failure">
      <p className={styles.lead}>{t(open.length > 0 ? "stale.conflict" : "stale.noConflict")}</p>
      <ul className={styles.uses}>
        {open.map((field) => (
          <li key={field}>
            <strong>{draftLabel(field)}</strong>
            <span className={styles.hint}>{t("stale.yours", { value: draftValue(field, mine) })}</span>
            <span className={styles.hint}>{t("stale.theirs", { value: draftValue(field, theirs) })}</span>
            <Button
              aria-label={t("stale.useTheirsFor", { field: draftLabel(field) })}
              onClick={() => onUseTheirs(field)}
            >
              {t("stale.useTheirs")}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
