"use client";

import { useEffect, useRef, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { reviewNoteName } from "@/components/drafts/draft-key";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useStoredText } from "@/components/drafts/use-stored-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import { compareWords } from "@/lib/anchoring/compare-words";
import type { Claim } from "@/lib/claims/claim";
import type { AuthorAnswer } from "@/lib/claims/outcome";
import { suggestsWording } from "@/lib/manuscripts/suggests-wording";
import { isGuest } from "@/lib/policies/actor";
import { useClaimActions } from "./claim-actions";
import styles from "./outcome.module.css";

/** The outcome of a claim in its open card: the suggested wording or the question, what the author says, and the decision. */
export function OutcomeView({ claim, pending }: { claim: Claim; pending: boolean }) {
  const t = useWords("manuscripts");
  const { actor } = useClaimActions();
  const { outcome } = claim;
  if (!outcome) return null;
  return (
    <div className={styles.outcome}>
      {outcome.wording !== null && (
        <p className={styles.wording}>
          <span className={styles.label}>{t("wording")}</span>{" "}
          <Changed from={claim.anchor.exact} to={outcome.wording} />
        </p>
      )}
      {outcome.question !== null && (
        <p className={styles.wording}>
          <span className={styles.label}>{t("card.question")}</span> {outcome.question}
        </p>
      )}
      {outcome.decided && (
        <p className={styles.meta}>
          {outcome.decided.decision === "accepted"
            ? t("card.changedBy", { suggester: outcome.givenBy.name, accepter: outcome.decided.by.name })
            : t("card.declinedBy", { name: outcome.decided.by.name })}
        </p>
      )}
      {outcome.answers.map((answer) => (
        <Answer key={answer.id} answer={answer} />
      ))}
      {outcome.note && <p className={styles.note}>{outcome.note}</p>}
      {suggestsWording(claim) && !isGuest(actor) && <Decision claim={claim} pending={pending} />}
    </div>
  );
}

/** The words that go, struck out, and those that come, underlined. */
function Changed({ from, to }: { from: string; to: string }) {
  return compareWords(from, to).map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other key
    if (kind === "removed") return <del key={index}>{text}</del>;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other key
    if (kind === "added") return <ins key={index}>{text}</ins>;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other key
    return <span key={index}>{text}</span>;
  });
}

function Answer({ answer: { decision, by, text, at } }: { answer: AuthorAnswer }) {
  const t = useWords("manuscripts");
  const dates = useDates();
  return (
    <div className={styles.answer}>
      <p className={styles.meta}>
        {t(decision === "agree" && text !== "" ? "answer.comment" : `answer.${decision}`, { name: by })}{" "}
        <time dateTime={at}>{dates.instant(at)}</time>
      </p>
      {text !== "" && <p className={styles.answerText}>{text}</p>}
    </div>
  );
}

/** Accepts or declines a suggested wording. */
function Decision({ claim, pending }: { claim: Claim; pending: boolean }) {
  const t = useWords("manuscripts");
  const common = useWords("common");
  const { actor, acceptWording, declineWording } = useClaimActions();
  const [declining, setDeclining] = useState(false);
  const declineButton = useRef<HTMLSpanElement>(null);
  const wasDeclining = useRef(false);
  const reason = useStoredText(reviewNoteName(actor.id, claim.id, "decline-wording"));
  useEffect(() => {
    // The form is gone, and the focus with it.
    if (wasDeclining.current && !declining) declineButton.current?.querySelector("button")?.focus();
    wasDeclining.current = declining;
  }, [declining]);
  if (declining)
    return (
      <form
        className={styles.parts}
        onSubmit={async (event) => {
          event.preventDefault();
          if (!(await declineWording(claim, reason.text))) return;
          reason.set("");
          // The form is gone, and the focus with it.
          document.querySelector<HTMLElement>(`[data-claim-card="${claim.id}"]`)?.focus();
        }}
      >
        <RestoredNotice restored={reason.restored} />
        <Field label={t("decline.reason")}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              required
              value={reason.text}
              // biome-ignore lint/a11y/noAutofocus: it replaces the button that was just pressed
              autoFocus
              onChange={(event) => reason.set(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.buttons}>
          <Button type="submit" look="primary" pending={pending}>
            {t("decline.confirm")}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              reason.cancel(t("decline.discarded"), () => setDeclining(true));
              setDeclining(false);
            }}
          >
            {common("cancel")}
          </Button>
        </div>
      </form>
    );
  return (
    <div className={styles.buttons}>
      <Button look="primary" pending={pending} onClick={() => acceptWording(claim)}>
        {t("accept")}
      </Button>
      <span ref={declineButton}>
        <Button onClick={() => setDeclining(true)}>{t("decline")}</Button>
      </span>
    </div>
  );
}
