"use client";

import { type FormEvent, useEffect, useState } from "react";
import {
  type CommentDraft,
  type DraftPassage,
  keepDraft,
  newDraft,
  readDraft,
} from "@/components/drafts/comment-draft";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { PersonName } from "@/lib/claims/claim";
import { toStored } from "@/lib/comments/mentions";
import type { Failure } from "@/lib/failure";
import type { WriteResult } from "@/lib/live/desk-write";
import type { Result } from "@/lib/result";
import styles from "./comments.module.css";
import { MentionField } from "./mention-field";

/**
 * Writes a comment. Each keystroke is kept in the browser until the comment is sent, and each try to send it carries the same key: a
 * failure loses nothing, and nothing is posted twice.
 */
export function CommentForm({
  place,
  subject,
  label,
  sendLabel,
  people,
  passage = null,
  initial,
  compact = false,
  focused = false,
  send,
  onDone,
  onCancel,
}: {
  /** Whose it is, and in which article: `draftKey`. */
  place: string;
  /** What it is written on: drafts are kept by it. */
  subject: string;
  label: string;
  sendLabel: string;
  people: readonly PersonName[];
  passage?: DraftPassage | null;
  /** What the field begins with, where nothing was kept. */
  initial?: { text: string; people: PersonName[] };
  /** The button shows once something is typed. */
  compact?: boolean;
  /** The field takes the focus when it appears. */
  focused?: boolean;
  /** Sends what was typed, mentions as they are kept; it succeeds as well where it is kept in the browser until the server is back. */
  send: (
    body: string,
    typed: { subject: string; draft: CommentDraft },
  ) => Promise<Result<{ written?: WriteResult | null }, Failure>>;
  onDone?: () => void;
  onCancel?: () => void;
}) {
  const [draft, setDraft] = useState<CommentDraft>({ text: "", picked: [], key: "", passage });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [isKept, setKept] = useState(false);
  // Read once the page is there: what the server renders knows no browser storage.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form begins once
  useEffect(() => {
    const kept = readDraft(place, subject);
    const begun = { ...(kept ?? newDraft(initial?.text, initial?.people)), passage };
    setDraft(begun);
    if (passage) keepDraft(place, subject, begun);
  }, []);

  function change(part: Partial<CommentDraft>) {
    setDraft((before) => {
      const after = { ...before, key: before.key || crypto.randomUUID(), ...part };
      keepDraft(place, subject, after);
      return after;
    });
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (pending) return;
    setPending(true);
    const body = toStored(draft.text, [...draft.picked.toReversed(), ...people]);
    const result = await send(body, { subject, draft });
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setKept(result.value.written === null);
    keepDraft(place, subject, null);
    setDraft(newDraft());
    onDone?.();
  }

  function cancel() {
    keepDraft(place, subject, null);
    onCancel?.();
  }

  return (
    <form className={styles.write} onSubmit={submit} aria-label={label}>
      <Field label={label} errors={failure?.kind === "invalid" ? failure.fields?.body : undefined}>
        {(control) => (
          <MentionField
            control={control}
            value={draft.text}
            people={people}
            readOnly={pending}
            rows={compact && draft.text === "" ? 1 : 3}
            placeholder="@ mentions somebody"
            autoFocus={focused}
            onChange={(text) => change({ text })}
            onPick={(person) =>
              setDraft((before) => {
                const after = { ...before, picked: [...before.picked, person] };
                keepDraft(place, subject, after);
                return after;
              })
            }
            onSubmit={() => submit()}
          />
        )}
      </Field>
      {failure && !(failure.kind === "invalid" && failure.fields?.body) && (
        <Notice tone="failure">{failure.message}</Notice>
      )}
      {isKept && draft.text === "" && (
        <Notice tone="plain">
          There is no connection. Your comment is kept in this browser, and sent when the server is back.
        </Notice>
      )}
      {(!compact || draft.text !== "") && (
        <div className={styles.buttons}>
          <Button type="submit" look="primary" pending={pending} title="Ctrl or ⌘ with Enter">
            {sendLabel}
          </Button>
          {onCancel && (
            <Button look="quiet" onClick={cancel}>
              Cancel
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
