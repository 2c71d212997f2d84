"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Rating } from "@/lib/ratings/rating";
import { MAX_RATINGS } from "@/lib/ratings/scale-input";
import type { Result } from "@/lib/result";
import { type Mover, RatingRow } from "./rating-row";
import { draftsOf, moved, newRating, type RatingDraft, ratingsOf } from "./scale-draft";
import { ScalePreview } from "./scale-preview";
import styles from "./scales.module.css";

export type SaveScale = (input: {
  scaleId: string;
  ratings: Rating[];
}) => Promise<Result<{ scaleId: string; version: number }, Failure>>;

/** The newest version of a scale, to be edited; what is saved is the version after it. */
export function ScaleEditor({
  scale,
  save,
}: {
  scale: { id: string; version: number; ratings: Rating[] };
  save: SaveScale;
}) {
  const router = useRouter();
  const [drafts, setDrafts] = useState(() => draftsOf(scale.ratings));
  /** The version that the next save comes after. */
  const [base, setBase] = useState({ id: scale.id, version: scale.version });
  /** Why the last save was refused, and the rows as they stood then: messages go with their rows. */
  const [refusal, setRefusal] = useState<{ failure: Failure; ids: string[] } | null>(null);
  const [pending, setPending] = useState(false);
  const [removed, setRemoved] = useState<{ draft: RatingDraft; place: number } | null>(null);
  const [said, setSaid] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const { focusNext } = useRowFocus(form, drafts);
  const failure = refusal?.failure ?? null;

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
      router.push(`/desk/settings/scales/${result.value.scaleId}?saved`);
      return;
    }
    setRefusal({ failure: result.error, ids: drafts.map(({ id }) => id) });
    if (result.error.kind === "stale") {
      const newest = result.error.current as { scaleId: string; version: number };
      setBase({ id: newest.scaleId, version: newest.version });
    }
  }

  function move(draft: RatingDraft, place: number, mover: Mover) {
    const by = mover === "up" ? -1 : 1;
    setDrafts(moved(drafts, draft.id, by));
    setSaid(`${draft.label || "The rating"} is number ${place + by + 1} now.`);
    focusNext(draft.id, `[data-mover="${mover}"]`);
  }
  function remove(draft: RatingDraft, place: number) {
    setDrafts(drafts.filter(({ id }) => id !== draft.id));
    setRemoved({ draft, place });
    setSaid("");
    focusNext(null, "[data-put-back]");
  }
  function putBack() {
    if (!removed) return;
    setDrafts(drafts.toSpliced(removed.place, 0, removed.draft));
    setRemoved(null);
    focusNext(removed.draft.id, "input");
  }
  function add() {
    const added = newRating(drafts, crypto.randomUUID());
    setDrafts([...drafts, added]);
    setRemoved(null);
    focusNext(added.id, "input");
  }

  const whole = messagesFor(failure, "ratings");
  return (
    <Form ref={form} className={styles.editor} onSubmit={submit} noValidate aria-label="Ratings">
      <div className={styles.rows}>
        {failure && (failure.kind !== "invalid" || !failure.fields || whole) && (
          <div data-refusal="" tabIndex={-1}>
            <Notice tone="failure">
              {whole?.join(" ") ?? failure.message}
              {failure.kind === "stale" && (
                <>
                  {" "}
                  <a href={`/desk/settings/scales/${base.id}`} target="_blank" rel="noreferrer">
                    Version {base.version} in another tab
                  </a>
                </>
              )}
            </Notice>
          </div>
        )}
        {drafts.map((draft, place) => (
          <RatingRow
            key={draft.id}
            draft={draft}
            number={place + 1}
            last={place === drafts.length - 1}
            others={drafts.filter(({ id }) => id !== draft.id)}
            errorsOf={(field) =>
              messagesFor(failure, `ratings.${refusal?.ids.indexOf(draft.id) ?? -1}.${field}`)
            }
            onChange={(part) =>
              setDrafts(drafts.map((each) => (each.id === draft.id ? { ...each, ...part } : each)))
            }
            onMove={(mover) => move(draft, place, mover)}
            onRemove={() => remove(draft, place)}
          />
        ))}
        <p className={styles.said} role="status">
          {removed ? (
            <>
              {removed.draft.label || "The rating"} is taken out.{" "}
              <Button look="quiet" data-put-back="" onClick={putBack}>
                Put it back
              </Button>
            </>
          ) : (
            said
          )}
        </p>
        <div>
          <Button disabled={drafts.length >= MAX_RATINGS} onClick={add}>
            Add a rating
          </Button>
          {drafts.length >= MAX_RATINGS && (
            <p className={styles.quiet}>
              More than {MAX_RATINGS} cannot be told apart: each has a line and an icon of its own.
            </p>
          )}
        </div>
      </div>
      <div className={styles.beside}>
        <h2>As readers see it</h2>
        <ScalePreview ratings={drafts} />
        <p className={styles.quiet}>
          Saving makes version {base.version + 1}. Past publications keep the scale that they used; articles
          keep theirs until they are moved.
        </p>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? "Saving …" : `Save as version ${base.version + 1}`}
        </Button>
      </div>
    </Form>
  );
}

/** Keeps the focus where the work goes on when rows move, come and go. */
function useRowFocus(form: { current: HTMLElement | null }, drafts: readonly RatingDraft[]) {
  const wanted = useRef<{ id: string | null; selector: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is when the rows have changed that the focus goes on
  useEffect(() => {
    const { id, selector } = wanted.current ?? {};
    if (!selector) return;
    wanted.current = null;
    const row = id ? form.current?.querySelector(`[data-rating-row="${CSS.escape(id)}"]`) : form.current;
    const target = row?.querySelector<HTMLButtonElement>(selector);
    // At the end of the way the button is off: the other one goes on.
    (target?.disabled ? row?.querySelector<HTMLElement>("[data-mover]:not(:disabled)") : target)?.focus();
  }, [drafts]);
  return {
    focusNext: (id: string | null, selector: string) => {
      wanted.current = { id, selector };
    },
  };
}
