"use client";

import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { type ClaimDraft, draftOf, type EvidenceDraft } from "@/components/drafts/claim-draft";
import { compareDrafts, mergeDrafts } from "@/components/drafts/compare-drafts";
import { type SaveDraft, useClaimDraft } from "@/components/drafts/use-claim-draft";
import type { SourceLookup } from "@/components/sources/lookup-actions";
import type { SuggestSources } from "@/components/sources/source-combobox";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { CLAIM_KINDS, type Claim } from "@/lib/claims/claim";
import { claimKindLabels } from "@/lib/claims/labels";
import type { Failure } from "@/lib/failure";
import type { Rating } from "@/lib/ratings/rating";
import type { Result } from "@/lib/result";
import styles from "./claim-form.module.css";
import { need, useClaimRules } from "./claim-rules";
import { EvidenceFields } from "./evidence-fields";
import { RationaleField } from "./rationale-field";
import { StaleClaim } from "./stale-claim";
import { TagsField } from "./tags-field";
import { VerdictField } from "./verdict-field";

/** How often a save goes together with what others saved in between, before one is asked. */
const MERGES = 5;

interface Props {
  /** Where this browser stores drafts: `draftKeyFor`. */
  draftKey: string;
  initial: ClaimDraft;
  /** When the draft that the form opens with was kept; null for a form that opens fresh. */
  restoredAt: string | null;
  /** The claim as somebody saved it while the form was open; null for none. */
  newer: Claim | null;
  ratings: readonly Rating[];
  saveDraft: SaveDraft;
  suggestSources: SuggestSources;
  lookup: SourceLookup;
  /** Saves the claim; a failure stays in the form. The claim is null where it waits in the browser until the server is back. */
  save: (draft: ClaimDraft) => Promise<Result<{ claim: Claim | null }, Failure>>;
  onSaved: (claim: Claim | null) => void;
  /** Gives the form up, with what was typed. */
  onDiscard: () => void;
}

/** Everything that is said about a claim. What is typed survives a failure, a reload and a crash. */
export function ClaimForm({
  draftKey,
  initial,
  restoredAt,
  newer,
  ratings,
  saveDraft,
  suggestSources,
  lookup,
  save,
  onSaved,
  onDiscard,
}: Props) {
  const { claimRequirements: asked } = useClaimRules();
  const { draft, change, state, settle, forget } = useClaimDraft(draftKey, initial, saveDraft);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [comparing, setComparing] = useState(false);
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

  async function submit(toSave: ClaimDraft) {
    setPending(true);
    setComparing(false);
    let draftToSave = toSave;
    await settle();
    let result = await save(draftToSave);
    // What others changed beside it is taken over without a question, and again when somebody saves in between.
    for (let tries = 0; tries < MERGES && !result.ok; tries++) {
      const now = currentOf(result.error);
      if (!now || compareDrafts(draftToSave, draftOf(now)).some(({ outcome }) => outcome === "conflict"))
        break;
      draftToSave = mergeDrafts(draftToSave, draftOf(now), new Map());
      change(draftToSave);
      await settle();
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
  const setEvidence = useCallback(
    (next: (before: EvidenceDraft[]) => EvidenceDraft[]) =>
      change((before) => ({ ...before, evidence: next(before.evidence) })),
    [change],
  );
  const text = (name: "statement" | "claimant" | "claimedOn") => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  const refusedFor = currentOf(failure);
  const current = [refusedFor, newer].reduce(newerOf, null);
  // A step of review raises the revision too, and changes nothing of what is written here.
  const isNews =
    current !== null &&
    current.revision > draft.revision &&
    (refusedFor !== null || compareDrafts(draft, draftOf(current)).some(({ outcome }) => outcome !== "mine"));
  const asks = isNews && (comparing || refusedFor !== null);
  const title = draft.claimId ? "Edit the claim" : "Mark a claim";

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      noValidate
      onKeyDown={(event) => {
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
          What you typed at{" "}
          {new Date(restoredAt).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })} is back.
        </p>
      )}
      <blockquote className={styles.quote}>{draft.exact}</blockquote>
      {failure && !refusedFor && (
        <Notice tone="failure">
          <p className={styles.failure}>{failure.message}</p>
        </Notice>
      )}
      {isNews && !asks && (
        <Notice>
          {current.lastEditedBy.name} saved this claim while you are writing.{" "}
          <Button look="quiet" onClick={() => setComparing(true)}>
            Compare now
          </Button>
        </Notice>
      )}
      {asks && (
        <StaleClaim
          key={current.revision}
          mine={draft}
          theirs={draftOf(current)}
          by={current.lastEditedBy.name}
          ratings={ratings}
          done={refusedFor ? "Save what I chose" : "Go on with what I chose"}
          onChoose={(choices) => {
            const merged = mergeDrafts(draft, draftOf(current), choices);
            change(merged);
            setFailure(null);
            setComparing(false);
            if (refusedFor) submit(merged);
          }}
        />
      )}
      <Field
        label="Statement"
        hint="What is claimed, in one sentence that stands by itself."
        errors={messages("statement")}
      >
        {(control) => <textarea {...control} {...text("statement")} rows={3} required />}
      </Field>
      <div className={styles.pair}>
        <Field label="Claimant" {...need(asked.claimant)} errors={messages("claimant")}>
          {(control) => <input {...control} {...text("claimant")} />}
        </Field>
        <Field label="Claimed on" {...need(asked.claimedOn)} errors={messages("claimedOn")}>
          {(control) => <input {...control} {...text("claimedOn")} type="date" />}
        </Field>
        <Field label="Kind" {...(asked.kind && need(true))} errors={messages("kind")}>
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
        // A merge brings other words: the editor starts anew on them.
        key={draft.revision}
        value={draft.rationaleDoc}
        errors={messages("verdict.rationaleDoc")}
        onChange={(rationaleDoc) => change({ rationaleDoc })}
      />
      <EvidenceFields
        rows={draft.evidence}
        messages={messages}
        suggest={suggestSources}
        lookup={lookup}
        onChange={setEvidence}
      />
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? "Saving …" : "Save claim"}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            forget();
            onDiscard();
          }}
        >
          Discard
        </Button>
        <span className={styles.state} role="status">
          {state === "typing" && "Typing …"}
          {state === "kept" && "Draft kept"}
          {state === "kept in this browser only" &&
            "The server cannot be reached: the draft is kept in this browser"}
        </span>
      </div>
    </form>
  );
}

/** The claim as it stands now, where a save was refused because it is not the one that was edited. */
function currentOf(failure: Failure | null): Claim | null {
  return failure?.kind === "stale" && isClaim(failure.current) ? failure.current : null;
}

function newerOf(a: Claim | null, b: Claim | null): Claim | null {
  return a && (!b || a.revision >= b.revision) ? a : b;
}

function isClaim(value: unknown): value is Claim {
  return typeof value === "object" && value !== null && "statement" in value && "anchor" in value;
}
