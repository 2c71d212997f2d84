"use client";

import { type FormEvent, useEffect, useState } from "react";
import { useKeyboardInUse } from "@/components/commands/use-keyboard-in-use";
import {
  type CommentDraft,
  type DraftPassage,
  isSameComment,
  isTyped,
  newDraft,
  readDraft,
  storeCommentDraft,
} from "@/components/drafts/comment-draft";
import { useDiscards } from "@/components/drafts/discards-context";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { outbox } from "@/components/live/outbox";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { PersonName } from "@/lib/claims/claim";
import { toStored } from "@/lib/comments/mentions";
import type { Failure } from "@/lib/failure";
import type { WriteResult } from "@/lib/live/desk-write";
import type { Result } from "@/lib/result";
import styles from "./comments.module.css";
import { MentionField } from "./mention-field";

/**
 * Writes a comment. Each keystroke is stored in the browser until the comment is sent, and each attempt to send it carries the same key:
 * a failure loses nothing, and nothing is posted twice.
 */
export function CommentForm({
  storageKey,
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
  onReopen,
}: {
  /** Whose comment it is, and in which article: `draftKeyFor`. */
  storageKey: string;
  /** What the comment is on. Drafts are stored under it. */
  subject: string;
  label: string;
  sendLabel: string;
  people: readonly PersonName[];
  passage?: DraftPassage | null;
  /** What the field starts with if there is no stored draft. */
  initial?: { text: string; people: PersonName[] };
  /** Shows the button only once something is typed. */
  compact?: boolean;
  /** Focuses the field when it appears. */
  focused?: boolean;
  /** Sends the text with its mentions in their stored form. It also succeeds if the comment is queued in the browser until the server is back. */
  send: (
    body: string,
    typed: { subject: string; draft: CommentDraft },
  ) => Promise<Result<{ written?: WriteResult | null }, Failure>>;
  onDone?: () => void;
  onCancel?: () => void;
  /** Opens the form again after `onCancel`, with the draft that is stored by then. */
  onReopen?: (draft: CommentDraft) => void;
}) {
  const t = useWords("comments");
  const hasKeyboard = useKeyboardInUse();
  const common = useWords("common");
  const discards = useDiscards();
  const [draft, setDraft] = useState<CommentDraft>({ text: "", picked: [], key: "", passage });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [isQueued, setQueued] = useState(false);
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  /** What was discarded, the oldest first. */
  const [discarded, setDiscarded] = useState<{ draft: CommentDraft; at: string }[]>([]);
  // Read after the first render: the server has no access to browser storage.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft is read once
  useEffect(() => {
    const stored = readDraft(storageKey, subject);
    const opened = { ...(stored ?? newDraft(initial?.text, initial?.people)), passage };
    setDraft(opened);
    if (!stored || !isTyped(stored, initial?.text)) return;
    setRestoredAt(stored.at ?? new Date().toISOString());
    // It may have been sent before a reload, without an answer.
    outbox.allHandedOver().then((writes) => {
      const now = readDraft(storageKey, subject) ?? stored;
      if (!isSameComment(now, stored)) return;
      if (!writes.some(({ comment }) => comment && isSameComment(comment.draft, stored))) return;
      void storeCommentDraft(storageKey, subject, null);
      setDraft({ ...newDraft(), passage });
      setRestoredAt(null);
      onDone?.();
    });
  }, []);

  function show(next: CommentDraft) {
    storeCommentDraft(storageKey, subject, next, initial?.text);
    setDraft(next);
  }

  function discard() {
    setDiscarded([...discarded, { draft, at: restoredAt ?? new Date().toISOString() }]);
    setRestoredAt(null);
    show({ ...newDraft(initial?.text, initial?.people), passage });
  }

  function undoDiscard() {
    const last = discarded.at(-1);
    if (!last) return;
    const instead = isTyped(draft, initial?.text) ? [{ draft, at: new Date().toISOString() }] : [];
    setDiscarded([...discarded.slice(0, -1), ...instead]);
    setRestoredAt(last.at);
    show(last.draft);
  }

  function change(part: Partial<CommentDraft>) {
    setDraft((before) => {
      const after = { ...before, key: before.key || crypto.randomUUID(), ...part };
      storeCommentDraft(storageKey, subject, after, initial?.text);
      return after;
    });
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (pending) return;
    setPending(true);
    const body = toStored(draft.text, [...draft.picked.toReversed(), ...people]);
    const result = await attempt(() => send(body, { subject, draft }));
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    setQueued(result.value.written === null);
    storeCommentDraft(storageKey, subject, null);
    setDraft(newDraft());
    setRestoredAt(null);
    onDone?.();
  }

  function cancel() {
    storeCommentDraft(storageKey, subject, null);
    if (isTyped(draft, initial?.text)) offerAgain(draft);
    onCancel?.();
  }

  /** Offers to bring a draft back after the form is closed. What is typed instead by then can be brought back in turn. */
  function offerAgain(gone: CommentDraft) {
    discards.add(t("discarded"), () => {
      const instead = readDraft(storageKey, subject);
      storeCommentDraft(storageKey, subject, gone, initial?.text);
      if (instead && isTyped(instead, initial?.text)) offerAgain(instead);
      onReopen?.(gone);
      return true;
    });
  }

  return (
    <form className={styles.write} onSubmit={submit} aria-label={label}>
      <RestoredNotice
        restored={{ at: restoredAt, discard, undo: discarded.length > 0 ? undoDiscard : null }}
      />
      <Field label={label} errors={failure?.kind === "invalid" ? failure.fields?.body : undefined}>
        {(control) => (
          <MentionField
            control={control}
            value={draft.text}
            people={people}
            readOnly={pending}
            rows={compact && draft.text === "" ? 1 : 3}
            placeholder={t("body.placeholder")}
            autoFocus={focused}
            onChange={(text) => change({ text })}
            onPick={(person) =>
              setDraft((before) => {
                const after = { ...before, picked: [...before.picked, person] };
                storeCommentDraft(storageKey, subject, after, initial?.text);
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
      {isQueued && draft.text === "" && <Notice tone="plain">{t("queued")}</Notice>}
      {(!compact || draft.text !== "") && (
        <div className={styles.buttons}>
          <Button
            type="submit"
            look="primary"
            pending={pending}
            title={hasKeyboard ? t("send.shortcut") : undefined}
          >
            {sendLabel}
          </Button>
          {onCancel && (
            <Button look="quiet" onClick={cancel}>
              {common("cancel")}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
