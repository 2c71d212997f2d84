import { type FormEvent, useState } from "react";
import { useStoredText } from "@/components/drafts/use-stored-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Rating } from "@/lib/ratings/rating";
import { RatingChoice } from "./rating-choice";
import styles from "./votes.module.css";

/** Asks for a rating and a note: for a vote, or to settle a claim on which the votes differ. */
export function VoteForm({
  kind,
  ratings,
  pending,
  keptAs,
  onGive,
}: {
  kind: "vote" | "settle";
  ratings: readonly Rating[];
  pending: boolean;
  /** What is chosen and typed is kept in this browser under it until it is given. */
  keptAs: string;
  /** @returns whether it was taken */
  onGive: (given: { ratingKey: string; note: string }) => Promise<boolean>;
}) {
  const [chosen, setRatingKey] = useStoredText(`${kind}-rating:${keptAs}`);
  const [note, setNote] = useStoredText(`${kind}-note:${keptAs}`);
  const ratingKey = ratings.some(({ key }) => key === chosen) ? chosen : null;
  const [tried, setTried] = useState(false);
  const settles = kind === "settle";
  const noteErrors = tried && settles && !note.trim() ? ["Say why you settle on this rating."] : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (pending || ratingKey === null || (settles && !note.trim())) return;
    if (!(await onGive({ ratingKey, note }))) return;
    setRatingKey("");
    setNote("");
  }

  return (
    <form
      className={styles.form}
      aria-label={settles ? "Settle the claim" : "Vote on the claim"}
      onSubmit={submit}
      noValidate
    >
      <RatingChoice
        legend={settles ? "The rating that stands" : "Your rating"}
        ratings={ratings}
        value={ratingKey}
        error={tried && ratingKey === null ? "Choose a rating." : null}
        onChange={setRatingKey}
      />
      <Field
        label={settles ? "Why" : "Note"}
        optional={!settles}
        hint={settles ? "Kept with the claim for everybody to read." : undefined}
        errors={noteErrors}
      >
        {(control) => (
          <textarea {...control} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <Button type="submit" look="primary" pending={pending}>
        {settles ? "Settle and approve" : "Cast your vote"}
      </Button>
    </form>
  );
}
