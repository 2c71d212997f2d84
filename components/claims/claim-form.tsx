"use client";

import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { type ClaimDraft, claimDraftOf, claimFormKey, hasRationale } from "@/components/drafts/claim-draft";
import { compareDrafts, mergeDrafts } from "@/components/drafts/compare-drafts";
import { useDiscards } from "@/components/drafts/discards-context";
import { type DropDraft, type SaveDraft, useClaimDraft } from "@/components/drafts/use-claim-draft";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import { CLAIM_KINDS, type Claim } from "@/lib/claims/claim";
import { claimKindLabels } from "@/lib/claims/labels";
import type { Failure } from "@/lib/failure";
import type { Rating } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";
import styles from "./claim-form.module.css";
import { need, useClaimRules } from "./claim-rules";
import { ClaimantFields } from "./claimant-fields";
import { currentClaim } from "./current-claim";
import { EvidenceFields } from "./evidence-fields";
import { RationaleField } from "./rationale-field";
import { StaleClaim } from "./stale-claim";
import { TagsField } from "./tags-field";
import { VerdictField } from "./verdict-field";

/** How often a save is merged automatically with what others saved meanwhile, before the editor has to choose. */
const MAX_MERGES = 5;

interface Props {
  /** Where this browser stores the draft: `draftKeyFor`. */
  draftKey: string;
  initial: ClaimDraft;
  /** When the draft that the form opens with was stored; null for a form without a stored draft. */
  restoredAt: string | null;
  /** The claim in its newest state that the page knows; null for a new claim. */
  newer: Claim | null;
  ratings: readonly Rating[];
  saveDraft: SaveDraft;
  dropDraft: DropDraft;
  /** Saves the claim; the form shows a failure. The claim is null if it is queued in the browser until the server is back. */
  save: (draft: ClaimDraft) => Promise<Result<{ claim: Claim | null }, Failure>>;
  onSaved: (claim: Claim | null) => void;
  /** Closes the form and drops the draft. */
  onDiscard: (draft: ClaimDraft) => void;
  /** Called with the form as it was before the version of someone else replaced parts of it. */
  onGiveUp: (draft: ClaimDraft) => void;
}

/** The form for a claim. What is typed survives a failure, a reload and a crash. */
export function ClaimForm({
  draftKey,
  initial,
  restoredAt,
  newer,
  ratings,
  saveDraft,
  dropDraft,
  save,
  onSaved,
  onDiscard,
  onGiveUp,
}: Props) {
  const dates = useDates();
  const t = useWords("claims");
  const common = useWords("common");
  const { claimRequirements: required } = useClaimRules();
  const { draft, change, state, flush, forget } = useClaimDraft(draftKey, initial, saveDraft, dropDraft);
  const discards = useDiscards();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  // After a reload, the comparison in which something was chosen is open again.
  const [comparing, setComparing] = useState(
    initial.choices !== undefined && initial.choices.revision === newer?.revision,
  );
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>("textarea")?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: "start" });
  }, []);
  useEffect(() => {
    if (failure)
      (
        form.current?.querySelector<HTMLElement>("[aria-invalid]") ??
        form.current?.querySelector<HTMLElement>("[role=alert]")
      )?.focus();
  }, [failure]);

  const shown = useRef({ draft, onGiveUp });
  shown.current = { draft, onGiveUp };
  useEffect(
    () =>
      discards.whileOpen(claimFormKey(initial), (before) => {
        // What it replaces can be brought back in turn.
        shown.current.onGiveUp(shown.current.draft);
        change(before as ClaimDraft);
      }),
    [discards, initial, change],
  );

  async function submit(toSave: ClaimDraft) {
    // It would not be saved, and nobody would notice.
    if (toSave.ratingKey === null && hasRationale(toSave)) {
      const message = t("form.rationaleNeedsVerdict");
      return setFailure({
        kind: "invalid",
        message,
        fields: { "verdict.ratingKey": [t("form.chooseVerdict")] },
      });
    }
    setPending(true);
    setComparing(false);
    let draftToSave = toSave;
    await flush();
    let result = await save(draftToSave);
    // Changes by others that do not conflict are merged without asking, again and again while others keep saving.
    for (let merges = 0; merges < MAX_MERGES && !result.ok; merges++) {
      const theirs = currentClaim(result.error);
      if (
        !theirs ||
        compareDrafts(draftToSave, claimDraftOf(theirs)).some(({ outcome }) => outcome === "conflict")
      )
        break;
      draftToSave = mergeDrafts(draftToSave, claimDraftOf(theirs), new Map());
      change(draftToSave);
      await flush();
      result = await save(draftToSave);
    }
    setPending(false);
    if (!result.ok) return setFailure(result.error);
    forget();
    onSaved(result.value.claim);
  }

  const messages = useCallback(
    (path: string) => (failure?.kind === "invalid" ? failure.fields?.[path] : undefined),
    [failure],
  );
  const text = (name: "statement" | "claimedOn") => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  const conflicting = currentClaim(failure);
  const current = [conflicting, newer].reduce(newerOf, null);
  // Review steps raise the revision too, without changing anything in this form.
  const isOutdated =
    current !== null &&
    current.revision > draft.revision &&
    (conflicting !== null ||
      compareDrafts(draft, claimDraftOf(current)).some(({ outcome }) => outcome !== "mine"));
  const showsComparison = isOutdated && (comparing || conflicting !== null);
  const title = t(draft.claimId ? "form.edit" : "form.new");

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      noValidate
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
          return;
        }
        const rating =
          event.altKey && /^Digit[1-9]$/.test(event.code) && ratings[Number(event.code.slice(5)) - 1];
        if (!rating) return;
        event.preventDefault();
        change({ ratingKey: rating.key });
      }}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!pending) submit(draft);
      }}
    >
      <h2>{title}</h2>
      {restoredAt && state === "untouched" && (
        <p className={styles.restored} role="status">
          {common("draft.restored", { time: dates.instant(restoredAt) })}
        </p>
      )}
      <blockquote className={styles.quote}>
        {/* A new text may have changed the passage since the draft was stored. */}
        {newer ? newer.anchor.exact : draft.exact}
      </blockquote>
      {failure && !conflicting && (
        <Notice tone="failure">
          <p className={styles.failure}>{failure.message}</p>
        </Notice>
      )}
      {isOutdated && !showsComparison && (
        <Notice>
          {t("form.newerVersion", { name: current.lastEditedBy.name })}{" "}
          <Button look="quiet" onClick={() => setComparing(true)}>
            {t("form.compare")}
          </Button>
        </Notice>
      )}
      {showsComparison && (
        <StaleClaim
          key={current.revision}
          mine={draft}
          theirs={claimDraftOf(current)}
          by={current.lastEditedBy.name}
          ratings={ratings}
          chosen={draft.choices?.revision === current.revision ? draft.choices.sides : {}}
          onChange={(sides) => change({ choices: { revision: current.revision, sides } })}
          confirmLabel={t(conflicting ? "form.saveChoices" : "form.continueWithChoices")}
          onChoose={(choices) => {
            const merged = mergeDrafts(draft, claimDraftOf(current), choices);
            // Brought back, it is compared without the choices that replaced it.
            const { choices: _, ...before } = draft;
            if ([...choices.values()].includes("theirs")) onGiveUp(before);
            change(merged);
            setFailure(null);
            setComparing(false);
            if (conflicting) submit(merged);
          }}
        />
      )}
      <Field label={t("statement")} hint={t("statementHint")} errors={messages("statement")}>
        {(control) => <textarea {...control} {...text("statement")} rows={3} required />}
      </Field>
      <ClaimantFields draft={draft} isRequired={required.claimant} messages={messages} onChange={change} />
      <div className={styles.pair}>
        <Field label={t("claimedOn")} {...need(required.claimedOn)} errors={messages("claimedOn")}>
          {(control) => <input {...control} {...text("claimedOn")} type="date" />}
        </Field>
        <Field label={t("kind")} {...(required.kind && need(true))} errors={messages("kind")}>
          {(control) => (
            <select
              {...control}
              value={draft.kind}
              onChange={(event) => {
                const kind = CLAIM_KINDS.find((each) => each === event.target.value);
                if (kind) change({ kind });
              }}
            >
              {CLAIM_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {claimKindLabels[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TagsField
          value={draft.tags}
          errors={messages("tags") ?? messages("tags.0")}
          onChange={(tags) => change({ tags })}
        />
      </div>
      <VerdictField
        ratings={ratings}
        value={draft.ratingKey}
        errors={messages("verdict.ratingKey")}
        onChange={(ratingKey) => change({ ratingKey })}
      />
      <RationaleField
        // A merge replaces the text, so the editor has to start again with it.
        key={draft.revision}
        value={draft.rationaleDoc}
        errors={messages("verdict.rationaleDoc")}
        onChange={(rationaleDoc) => change({ rationaleDoc })}
      />
      <EvidenceFields
        rows={draft.evidence}
        discarded={draft.discardedRows ?? []}
        messages={messages}
        onChange={change}
      />
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? common("saving") : t("form.save")}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            forget();
            onDiscard(draft);
          }}
        >
          {t("form.discard")}
        </Button>
        <span className={styles.state} role="status">
          {state === "typing" && t("form.typing")}
          {state === "stored" && t("form.draftSaved")}
          {state === "stored-locally" && t("form.draftSavedLocally")}
          {state === "not-stored" && t("form.draftNotSaved")}
        </span>
      </div>
    </form>
  );
}

function newerOf(a: Claim | null, b: Claim | null): Claim | null {
  return a && (!b || a.revision >= b.revision) ? a : b;
}
