"use client";

import { useState } from "react";
import { reviewNoteName } from "@/components/drafts/draft-key";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useStoredText } from "@/components/drafts/use-stored-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import type { ReviewActionName } from "@/lib/review/transition";
import { offeredActions } from "./offered-actions";
import styles from "./review-controls.module.css";

/** Actions that need a note. */
function needsNote(action: ReviewActionName): action is "return" | "exclude" {
  return action === "return" || action === "exclude";
}

/** Actions that are easily mixed up: each gets a line that says what happens. */
const explained = ["exclude", "retire"] as const;

/** The actions that the viewer can take on a claim. If they can't approve it, the reason is shown. */
export function ReviewControls({
  actor,
  claim,
  pending,
  onAction,
}: {
  actor: Actor;
  claim: Claim;
  pending: boolean;
  onAction: (action: ReviewActionName, note?: string) => Promise<boolean>;
}) {
  const t = useWords("review");
  const common = useWords("common");
  const [noting, setNoting] = useState<"return" | "exclude" | null>(null);
  const {
    text: note,
    set: setNote,
    cancel,
    restored,
  } = useStoredText(reviewNoteName(actor.id, claim.id, noting ?? ""));
  const decisions = offeredActions(actor, claim);
  const allowed = decisions.filter(({ decision }) => decision.allowed).map(({ action }) => action);
  // Where several people vote, ClaimVotes shows why someone can't.
  const approval = decisions.find(({ action }) => action === "approve")?.decision;

  if (noting)
    return (
      <form
        className={styles.noteForm}
        onSubmit={async (event) => {
          event.preventDefault();
          if (await onAction(noting, note)) {
            setNote("");
            setNoting(null);
          }
        }}
      >
        <RestoredNotice restored={restored} />
        <Field label={t(`note.${noting}`)}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={note}
              // biome-ignore lint/a11y/noAutofocus: it replaces the button that was just pressed
              autoFocus
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.controls}>
          <Button type="submit" look="primary" pending={pending}>
            {t(`action.${noting}`)}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              cancel(t("note.discarded"), () => setNoting(noting));
              setNoting(null);
            }}
          >
            {common("cancel")}
          </Button>
        </div>
      </form>
    );

  return (
    <div>
      <div className={styles.controls}>
        {decisions.map(
          ({ action, decision }) =>
            decision.allowed && (
              <Button
                key={action}
                look={action === "approve" || action === "submit" ? "primary" : "plain"}
                pending={pending}
                onClick={() => (needsNote(action) ? setNoting(action) : onAction(action))}
              >
                {t(`action.${action}`)}
              </Button>
            ),
        )}
      </div>
      {explained.every((action) => allowed.includes(action)) &&
        explained.map((action) => (
          <p key={action} className={styles.reason}>
            {rich(t, `effect.${action}`, { b: (text) => <b>{text}</b> })}
          </p>
        ))}
      {approval && !approval.allowed && <p className={styles.reason}>{approval.reason}</p>}
    </div>
  );
}
