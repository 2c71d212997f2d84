import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { type ClaimantEdit, type EditedField, editedValue } from "./claimant-edit";
import styles from "./claimants.module.css";

/** Shows the fields that another person changed as well, to use their version of a field instead. */
export function StaleClaimant({
  mine,
  theirs,
  conflicts,
  onUseTheirs,
}: {
  mine: ClaimantEdit;
  theirs: ClaimantEdit;
  conflicts: readonly EditedField[];
  onUseTheirs: (field: EditedField) => void;
}) {
  const t = useWords("claimants");
  const open = conflicts.filter((field) => mine[field] !== theirs[field]);
  return (
    <Notice tone="failure">
      <p>{t(open.length > 0 ? "stale.conflict" : "stale.noConflict")}</p>
      <ul className={styles.list}>
        {open.map((field) => (
          <li key={field}>
            <strong>{t(`field.${field}`)}</strong>
            <span className={styles.hint}>{t("stale.yours", { value: editedValue(field, mine) })}</span>
            <span className={styles.hint}>{t("stale.theirs", { value: editedValue(field, theirs) })}</span>
            <Button
              aria-label={t("stale.useTheirsFor", { field: t(`field.${field}`) })}
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
