import { type FormEvent, useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import type { RestoredDraft } from "@/components/drafts/use-form-draft";
import { useStoredText } from "@/components/drafts/use-stored-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { Rating } from "@/lib/ratings/rating";
import { RatingChoice } from "./rating-choice";
import styles from "./votes.module.css";

/** Asks for a rating and a note: for a vote, or for the final rating of a disputed claim. */
export function VoteForm({
  kind,
  ratings,
  pending,
  storageKey,
  onRate,
}: {
  kind: "vote" | "settle";
  ratings: readonly Rating[];
  pending: boolean;
  /** What is chosen and typed is stored in this browser under it until it is sent. */
  storageKey: string;
  /** @returns whether it was accepted */
  onRate: (rated: { ratingKey: string; note: string }) => Promise<boolean>;
}) {
  const t = useWords("review");
  const rating = useStoredText(`${kind}-rating:${storageKey}`);
  const { text: note, ...noted } = useStoredText(`${kind}-note:${storageKey}`);
  const ratingKey = ratings.some(({ key }) => key === rating.text) ? rating.text : null;
  const restored = bothOf(rating.restored, noted.restored);
  const [submitted, setSubmitted] = useState(false);
  const isFinal = kind === "settle";
  const noteErrors = submitted && isFinal && !note.trim() ? [t("decide.missing")] : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    if (pending || ratingKey === null || (isFinal && !note.trim())) return;
    if (!(await onRate({ ratingKey, note }))) return;
    rating.set("");
    noted.set("");
  }

  return (
    <form
      className={styles.form}
      aria-label={t(isFinal ? "decide.form" : "vote.form")}
      onSubmit={submit}
      noValidate
    >
      <RestoredNotice restored={restored} />
      <RatingChoice
        legend={t(isFinal ? "decide.legend" : "vote.legend")}
        ratings={ratings}
        value={ratingKey}
        error={submitted && ratingKey === null ? t("vote.missing") : null}
        onChange={rating.set}
      />
      <Field
        label={t(isFinal ? "decide.reason" : "note")}
        optional={!isFinal}
        hint={isFinal ? t("decide.hint") : undefined}
        errors={noteErrors}
      >
        {(control) => (
          <textarea {...control} rows={2} value={note} onChange={(event) => noted.set(event.target.value)} />
        )}
      </Field>
      <Button type="submit" look="primary" pending={pending}>
        {t(isFinal ? "decide.submit" : "vote.submit")}
      </Button>
    </form>
  );
}

/** One notice for both fields. */
function bothOf(a: RestoredDraft, b: RestoredDraft): RestoredDraft {
  return {
    at: a.at ?? b.at,
    discard() {
      for (const each of [a, b]) each.discard();
    },
    undo:
      a.undo || b.undo
        ? () => {
            a.undo?.();
            b.undo?.();
          }
        : null,
  };
}
