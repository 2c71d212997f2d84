import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type DraftField, draftLabels, draftWords, type SourceDraft } from "./source-draft";
import styles from "./sources.module.css";

/** Says what somebody else made of the fields that one is changing oneself, and takes their words where one wants them. */
export function StaleSource({
  mine,
  theirs,
  conflicts,
  onTake,
}: {
  mine: SourceDraft;
  theirs: SourceDraft;
  conflicts: readonly DraftField[];
  onTake: (field: DraftField) => void;
}) {
  const open = conflicts.filter((field) => mine[field] !== theirs[field]);
  return (
    <Notice tone="failure">
      <p className={styles.lead}>
        Somebody changed this source while you were typing.{" "}
        {open.length > 0
          ? "What only they changed stands in the form now. Where both of you did, yours is kept: take theirs, or save yours."
          : "Both go together in the form: look it over, and save."}
      </p>
      <ul className={styles.uses}>
        {open.map((field) => (
          <li key={field}>
            <strong>{draftLabels[field]}</strong>
            <span className={styles.hint}>Yours: {draftWords(field, mine)}</span>
            <span className={styles.hint}>Theirs: {draftWords(field, theirs)}</span>
            <Button aria-label={`Take theirs: ${draftLabels[field]}`} onClick={() => onTake(field)}>
              Take theirs
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
