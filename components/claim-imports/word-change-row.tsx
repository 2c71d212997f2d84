import { useWords } from "@/components/words/use-words";
import type { PlannedChange } from "@/lib/claim-imports/plan-word-changes";
import styles from "./claim-imports.module.css";
import { useWordFacts } from "./use-word-facts";

/** A tracked change of a Word file, to be accepted or left. */
export function WordChangeRow({
  change: { author, at, before, after, target },
  isAccepted,
  onToggle,
}: {
  change: PlannedChange;
  isAccepted: boolean;
  onToggle: () => void;
}) {
  const t = useWords("claimImports");
  const facts = useWordFacts();
  return (
    <li>
      <label className={styles.statement}>
        <input type="checkbox" checked={isAccepted} disabled={target.kind !== "placed"} onChange={onToggle} />
        <span dir="auto">
          {before !== "" && <del>{before}</del>} {after !== "" && <ins>{after}</ins>}
        </span>
      </label>
      <div className={styles.below}>
        <p className={styles.facts} dir="auto">
          {facts(author, at)}
        </p>
        {target.kind === "done" && <p>{t("word.changeDone")}</p>}
        {target.kind === "unclear" && <p>{t("word.changeUnclear")}</p>}
      </div>
    </li>
  );
}
