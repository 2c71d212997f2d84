"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { NoteDraft } from "@/lib/reports/claims/note-draft";
import styles from "./share.module.css";

/** A text to copy, with a button beside it. */
export function CopiedText({
  label,
  copy,
  text,
  hint,
}: {
  label: string;
  copy: string;
  text: string;
  hint?: string;
}) {
  return (
    <div className={styles.copied}>
      <Field label={label} hint={hint}>
        {(control) => (
          <textarea
            {...control}
            readOnly
            rows={2}
            dir="auto"
            value={text}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      <CopyButton text={text} label={copy} />
    </div>
  );
}

/** The draft of a note, with its length and where its link leads. */
export function NoteText({ number, note }: { number: number; note: NoteDraft }) {
  const t = useWords("share");
  return (
    <CopiedText
      label={t("note.label")}
      copy={t("note.copy", { number })}
      text={note.text}
      hint={t(note.hasSource ? "note.length" : "note.noSource", { length: note.length })}
    />
  );
}
