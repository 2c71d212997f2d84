"use client";

import {
  type FormEvent,
  type KeyboardEvent,
  type Ref,
  useCallback,
  useContext,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { useClaimRules } from "@/components/claims/claim-rules";
import { MORE_FIELDS_COMMAND_ID, verdictCommandId } from "@/components/commands/part-commands";
import { usePartKeys } from "@/components/commands/use-part-keys";
import { useDates } from "@/components/dates/dates-context";
import { type ClaimDraft, claimDraftOf, claimFormKey } from "@/components/drafts/claim-draft";
import { useDiscards } from "@/components/drafts/discards-context";
import { withOutcomeKind } from "@/components/drafts/outcome-draft";
import { type DropDraft, type SaveDraft, useClaimDraft } from "@/components/drafts/use-claim-draft";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import type { Claim } from "@/lib/claims/claim";
import type { OutcomeKind } from "@/lib/claims/outcome";
import type { Rating } from "@/lib/ratings/rating";
import type { Source } from "@/lib/sources/source";
import { AssigneeField, type Assigning } from "./assignee-field";
import styles from "./claim-form.module.css";
import { ClaimFormActions } from "./claim-form-actions";
import { EvidenceFields } from "./evidence-fields";
import { digitOf, focusField } from "./form-focus";
import { isTextField } from "./is-text-field";
import { concernsMoreFields, MoreFields, needsMoreFields, RememberedFields } from "./more-fields";
import { OutcomeField } from "./outcome-field";
import { RationaleField } from "./rationale-field";
import { offeredSources } from "./source-rows";
import { StaleClaim } from "./stale-claim";
import { type SaveClaim, useClaimSave } from "./use-claim-save";
import { useComparison } from "./use-comparison";
import { useSourceAdding } from "./use-source-adding";
import { VerdictField } from "./verdict-field";

/** What can be done to an open form from outside. */
export interface ClaimFormHandle {
  /** The same as Escape: the draft stays. */
  close: () => void;
}

interface Props {
  ref?: Ref<ClaimFormHandle>;
  /** Where this browser stores the draft: `draftKeyFor`. */
  draftKey: string;
  initial: ClaimDraft;
  /** When the draft that the form opens with was stored; null for a form without a stored draft. */
  restoredAt: string | null;
  /** Whether nobody opened it just now: it leaves the focus to a control that has it. */
  opensByItself?: boolean | undefined;
  /** The claim in its newest state that the page knows; null for a new claim. */
  newer: Claim | null;
  /** Of a manuscript, the outcomes: `outcomeRatings`. */
  ratings: readonly Rating[];
  /** What the article is checked for: verdicts or outcomes. */
  purpose?: ArticlePurpose;
  /** Sources that the article cites. */
  cited: readonly Source[];
  /** Who can be assigned the claim, and by whom; missing where it can't be assigned. */
  assigning?: Assigning;
  /** Names of other people who have the form of this claim open. */
  editors: readonly string[];
  saveDraft: SaveDraft;
  dropDraft: DropDraft;
  save: SaveClaim;
  /** @param saved what the form contained */
  onSaved: (claim: Claim | null, saved: ClaimDraft) => void;
  /** Closes the form; its draft stays. */
  onClose: (draft: ClaimDraft) => void;
  /** Closes the form and drops the draft. */
  onDiscard: (draft: ClaimDraft) => void;
  /** Called with the form as it was before the version of someone else replaced parts of it. */
  onGiveUp: (draft: ClaimDraft) => void;
}

/** The form for a claim. What is typed survives a failure, a reload and a crash. */
export function ClaimForm(props: Props) {
  const { initial, restoredAt, newer, ratings, purpose, cited, editors, onDiscard, onGiveUp } = props;
  const dates = useDates();
  const t = useWords("claims");
  const formWords = useWords("claimForm");
  const common = useWords("common");
  const { claimRequirements: required } = useClaimRules();
  const { draft, change, state, flush, forget, discard } = useClaimDraft(
    props.draftKey,
    initial,
    props.saveDraft,
    props.dropDraft,
  );
  const discards = useDiscards();
  const { save, onSaved } = props;
  const { failure, setFailure, pending, submit } = useClaimSave({ change, flush, forget, save, onSaved });
  const adding = useSourceAdding(change);
  const commandOf = usePartKeys("form");
  const [moreOpen, setMoreOpen] = useState(() => needsMoreFields(initial, required));
  const form = useRef<HTMLFormElement>(null);
  const moreButton = useRef<HTMLButtonElement>(null);

  const leavesFocus = useRef(props.opensByItself);
  useEffect(() => {
    if (!leavesFocus.current || document.activeElement === document.body) focusField(form.current, "verdict");
    form.current?.scrollIntoView({ block: "start" });
  }, []);
  useEffect(() => {
    if (failure) focusField(form.current, "invalid");
  }, [failure]);

  useImperativeHandle(props.ref, () => ({ close: () => props.onClose(draft) }));

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

  const messages = useCallback(
    (path: string) => (failure?.kind === "invalid" ? failure.fields?.[path] : undefined),
    [failure],
  );
  // A new text may have changed the passage since the draft was stored.
  const passage = newer ? newer.anchor.exact : draft.exact;
  const { current, conflicting, compared, chosen, start, apply } = useComparison({
    draft,
    newer,
    failure,
    change,
    onGiveUp,
  });
  const listed = new Intl.ListFormat(useContext(LanguageContext), { type: "conjunction" });
  const title = t(draft.claimId ? "form.edit" : "form.new");
  /** Applies the choices of a comparison. @returns the merged form */
  function applyChoices(theirs: Claim): ClaimDraft {
    setFailure(null);
    return apply(theirs);
  }

  function saveAll() {
    if (!pending) void submit(compared ? applyChoices(compared) : draft);
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return props.onClose(draft);
    }
    // Plain digits are text where something is typed; the person's own keys are not.
    const plain = event.altKey || isTextField(event.target) ? null : digitOf(event);
    const digit = plain ?? numberOf(commandOf(event));
    if (digit === null) return;
    const rating = ratings[digit - 1];
    if (digit === 0) setMoreOpen(!moreOpen);
    else if (rating && purpose === "manuscript") {
      change({ outcome: withOutcomeKind(draft.outcome ?? null, rating.key as OutcomeKind, passage) });
      // Its fields are not there yet.
      if (plain !== null) setTimeout(() => focusField(form.current, "rationale"));
    } else if (rating) {
      change({ ratingKey: rating.key });
      if (plain !== null) focusField(event.currentTarget, "rationale");
    } else return;
    event.preventDefault();
  }

  return (
    <form
      ref={form}
      className={styles.form}
      data-claim-form=""
      aria-label={title}
      noValidate
      onKeyDownCapture={(event) => {
        // Before the editor of the rationale, in which these keys break the line.
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        saveAll();
      }}
      onKeyDown={onKeyDown}
      onPaste={adding.onPaste}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        // Before a comparison that was opened by hand, nothing was to be saved yet.
        if (compared && !conflicting) applyChoices(compared);
        else saveAll();
      }}
    >
      <h2>{title}</h2>
      {restoredAt && state === "untouched" && (
        <p className={styles.restored} role="status">
          {common("draft.restored", { time: dates.instant(restoredAt) })}
        </p>
      )}
      <blockquote className={styles.quote}>{passage}</blockquote>
      {editors.length > 0 && (
        <Notice>{formWords("alsoEditing", { names: listed.format(editors), count: editors.length })}</Notice>
      )}
      {failure && !conflicting && (
        <Notice tone="failure">
          <p className={styles.failure}>{failure.message}</p>
        </Notice>
      )}
      {current && !compared && (
        <Notice>
          {t("form.newerVersion", { name: current.lastEditedBy.name })}{" "}
          <Button look="quiet" onClick={start}>
            {t("form.compare")}
          </Button>
        </Notice>
      )}
      {compared && (
        <StaleClaim
          key={compared.revision}
          mine={draft}
          theirs={claimDraftOf(compared)}
          by={compared.lastEditedBy.name}
          ratings={ratings}
          chosen={chosen}
          onChange={(sides) => change({ choices: { revision: compared.revision, sides } })}
        />
      )}
      <Field label={t("statement")} hint={formWords("statementHint")} errors={messages("statement")}>
        {(control) => (
          <textarea
            {...control}
            value={draft.statement}
            onChange={(event) => change({ statement: event.target.value })}
            rows={2}
            required
          />
        )}
      </Field>
      {purpose === "manuscript" ? (
        <OutcomeField
          ratings={ratings}
          value={draft.outcome ?? null}
          passage={passage}
          declines={newer?.outcome?.kind === "change"}
          messages={messages}
          onChange={(outcome) => change({ outcome })}
          onPick={() => focusField(form.current, "rationale")}
        />
      ) : (
        <>
          <VerdictField
            ratings={ratings}
            value={draft.ratingKey}
            errors={messages("verdict.ratingKey")}
            onChange={(ratingKey) => change({ ratingKey })}
            onPick={() => focusField(form.current, "rationale")}
          />
          <RationaleField
            // A merge replaces the text, so the editor has to start again with it.
            key={draft.revision}
            value={draft.rationaleDoc}
            errors={messages("verdict.rationaleDoc")}
            onChange={(rationaleDoc) => change({ rationaleDoc })}
          />
        </>
      )}
      <EvidenceFields
        rows={draft.evidence}
        query={draft.sourceQuery ?? ""}
        adding={adding}
        offered={offeredSources(cited, draft.evidence)}
        discarded={draft.discardedRows ?? []}
        messages={messages}
        onChange={change}
      />
      <RememberedFields
        draft={draft}
        onClear={(part) => {
          change(part);
          moreButton.current?.focus();
        }}
      />
      <MoreFields
        ref={moreButton}
        draft={draft}
        isOpen={moreOpen || concernsMoreFields(messages)}
        messages={messages}
        onToggle={() => setMoreOpen(!moreOpen)}
        onChange={change}
      >
        {props.assigning && (
          <AssigneeField
            {...props.assigning}
            current={newer?.assignee ?? null}
            chosen={draft.assignee}
            errors={messages("assignee")}
            onChange={(assignee) => change({ assignee })}
          />
        )}
      </MoreFields>
      <ClaimFormActions
        saveLabel={t(!compared ? "form.save" : conflicting ? "form.saveChoices" : "form.continueWithChoices")}
        pending={pending}
        draftState={state}
        onDiscard={() => {
          discard();
          onDiscard(draft);
        }}
      />
    </form>
  );
}

/** The number of a verdict that a command chooses; 0 for more fields. @param command null for none */
function numberOf(command: string | null): number | null {
  if (command === MORE_FIELDS_COMMAND_ID) return 0;
  const index = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((number) => verdictCommandId(number) === command);
  return index ?? null;
}
