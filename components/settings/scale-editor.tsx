"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Rating } from "@/lib/ratings/rating";
import { MAX_RATINGS } from "@/lib/ratings/scale-input";
import type { Result } from "@/lib/result";
import { type Mover, RatingRow } from "./rating-row";
import { draftsOf, isRatingDraft, moved, newRating, type RatingDraft, ratingsOf } from "./scale-draft";
import { ScalePreview } from "./scale-preview";
import styles from "./scales.module.css";

export type SaveScale = (input: {
  scaleId: string;
  ratings: Rating[];
}) => Promise<Result<{ scaleId: string; version: number }, Failure>>;

/** Edits the latest version of a scale. Saving creates the next version. */
export function ScaleEditor({
  scale,
  save,
}: {
  scale: { id: string; version: number; ratings: Rating[] };
  save: SaveScale;
}) {
  const t = useWords("settings");
  const common = useWords("common");
  const router = useRouter();
  const stored = useFormDraft(
    `scale:${scale.id}`,
    { drafts: draftsOf(scale.ratings) },
    { accepts: ({ drafts: rows }) => rows.every(isRatingDraft) },
  );
  const { drafts } = stored.value;
  const setDrafts = (next: RatingDraft[]) => stored.change({ drafts: next });
  /** The version that the next save is based on. */
  const [base, setBase] = useState({ id: scale.id, version: scale.version });
  /** Why the last save was refused, and the ids of the rows at that time: a message stays with its row when the row moves. */
  const [refusal, setRefusal] = useState<{ failure: Failure; ids: string[] } | null>(null);
  const [pending, setPending] = useState(false);
  /** Rows that can be brought back, the newest last. */
  const [removedRows, setRemovedRows] = useState<readonly { draft: RatingDraft; index: number }[]>([]);
  const removed = removedRows.at(-1);
  const [announcement, setAnnouncement] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const { focusNext } = useRowFocus(form, drafts);
  const failure = refusal?.failure ?? null;
  const nameOf = ({ label }: RatingDraft) => label || t("scale.unnamed");

  useEffect(() => {
    if (refusal)
      (
        form.current?.querySelector<HTMLElement>("[aria-invalid]") ??
        form.current?.querySelector<HTMLElement>("[data-refusal]")
      )?.focus();
  }, [refusal]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const result = await attempt(() => save({ scaleId: base.id, ratings: ratingsOf(drafts) }));
    setPending(false);
    if (result.ok) {
      stored.forget();
      router.push(`/desk/settings/scales/${result.value.scaleId}?saved`);
      return;
    }
    setRefusal({ failure: result.error, ids: drafts.map(({ id }) => id) });
    if (result.error.kind === "stale") {
      const latest = result.error.current as { scaleId: string; version: number };
      setBase({ id: latest.scaleId, version: latest.version });
    }
  }

  function move(draft: RatingDraft, index: number, mover: Mover) {
    const by = mover === "up" ? -1 : 1;
    setDrafts(moved(drafts, draft.id, by));
    setAnnouncement(t("scale.moved", { name: nameOf(draft), number: index + by + 1 }));
    focusNext(draft.id, `[data-mover="${mover}"]`);
  }
  function remove(draft: RatingDraft, index: number) {
    setDrafts(drafts.filter(({ id }) => id !== draft.id));
    setRemovedRows([...removedRows, { draft, index }]);
    setAnnouncement("");
    focusNext(null, "[data-undo]");
  }
  function undoRemove() {
    if (!removed) return;
    setDrafts(drafts.toSpliced(removed.index, 0, removed.draft));
    setRemovedRows(removedRows.slice(0, -1));
    focusNext(removed.draft.id, "input");
  }
  function add() {
    const added = newRating(drafts, crypto.randomUUID());
    setDrafts([...drafts, added]);
    focusNext(added.id, "input");
  }

  const scaleErrors = messagesFor(failure, "ratings");
  return (
    <Form ref={form} className={styles.editor} onSubmit={submit} noValidate aria-label={t("scale.ratings")}>
      <div className={styles.rows}>
        <RestoredNotice restored={stored.restored} />
        {failure && (failure.kind !== "invalid" || !failure.fields || scaleErrors) && (
          <div data-refusal="" tabIndex={-1}>
            <Notice tone="failure">
              {scaleErrors?.join(" ") ?? failure.message}
              {failure.kind === "stale" && (
                <>
                  {" "}
                  <a href={`/desk/settings/scales/${base.id}`} target="_blank" rel="noreferrer">
                    {t("scale.openVersion", { version: base.version })}
                  </a>
                </>
              )}
            </Notice>
          </div>
        )}
        {drafts.map((draft, index) => (
          <RatingRow
            key={draft.id}
            draft={draft}
            number={index + 1}
            last={index === drafts.length - 1}
            others={drafts.filter(({ id }) => id !== draft.id)}
            errorsOf={(field) =>
              messagesFor(failure, `ratings.${refusal?.ids.indexOf(draft.id) ?? -1}.${field}`)
            }
            onChange={(part) =>
              setDrafts(drafts.map((each) => (each.id === draft.id ? { ...each, ...part } : each)))
            }
            onMove={(mover) => move(draft, index, mover)}
            onRemove={() => remove(draft, index)}
          />
        ))}
        <p className={styles.announcement} role="status">
          {removed ? (
            <>
              {t("scale.removed", { name: nameOf(removed.draft) })}{" "}
              <Button look="quiet" data-undo="" onClick={undoRemove}>
                {common("undo")}
              </Button>
            </>
          ) : (
            announcement
          )}
        </p>
        <div>
          <Button disabled={drafts.length >= MAX_RATINGS} onClick={add}>
            {t("scale.addRating")}
          </Button>
          {drafts.length >= MAX_RATINGS && (
            <p className={styles.quiet}>{t("scale.full", { max: MAX_RATINGS })}</p>
          )}
        </div>
      </div>
      <div className={styles.beside}>
        <h2>{t("preview.title")}</h2>
        <ScalePreview ratings={drafts} />
        <p className={styles.quiet}>{t("scale.saveHint", { version: base.version + 1 })}</p>
        <Button type="submit" look="primary" pending={pending}>
          {t("scale.save", { pending, version: base.version + 1 })}
        </Button>
      </div>
    </Form>
  );
}

/** Moves the focus along when rows are moved, added or removed. */
function useRowFocus(form: { current: HTMLElement | null }, drafts: readonly RatingDraft[]) {
  const next = useRef<{ id: string | null; selector: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves after the rows have changed
  useEffect(() => {
    const { id, selector } = next.current ?? {};
    if (!selector) return;
    next.current = null;
    const row = id ? form.current?.querySelector(`[data-rating-row="${CSS.escape(id)}"]`) : form.current;
    const target = row?.querySelector<HTMLButtonElement>(selector);
    // The first row cannot move up and the last cannot move down: focus the other button then.
    (target?.disabled ? row?.querySelector<HTMLElement>("[data-mover]:not(:disabled)") : target)?.focus();
  }, [drafts]);
  return {
    focusNext: (id: string | null, selector: string) => {
      next.current = { id, selector };
    },
  };
}
