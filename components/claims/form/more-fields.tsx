"use client";

import { type ReactNode, type Ref, useEffect, useId, useRef } from "react";
import { need, useClaimRules } from "@/components/claims/claim-rules";
import { useDates } from "@/components/dates/dates-context";
import { type ClaimDraft, guessKind, openedFields } from "@/components/drafts/claim-draft";
import { NO_CLAIMANT } from "@/components/drafts/claimant-draft";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import { CLAIM_KINDS } from "@/lib/claims/claim";
import { claimKindLabels } from "@/lib/claims/labels";
import { isAlike } from "@/lib/claims/merge-three-ways";
import type { ClaimRequirements } from "@/lib/review/claim-requirements";
import styles from "./claim-form.module.css";
import { ClaimantFields } from "./claimant-fields";
import { TagsField } from "./tags-field";

/** The fields of a claim behind "More fields". */
const FIELDS = ["claimant", "claimantRole", "carriedBy", "claimedOn", "kind", "tags"] as const;

/** Whether these fields are shown when a form opens: something was typed in them, or the desk requires one that is empty. */
export function needsMoreFields(draft: ClaimDraft, required: ClaimRequirements): boolean {
  const opened = openedFields(draft);
  return (
    (opened !== null && FIELDS.some((field) => !isAlike(draft[field], opened[field]))) ||
    draft.assignee !== undefined ||
    (required.claimant && draft.claimant.name === "") ||
    (required.claimedOn && draft.claimedOn === "") ||
    (required.tags && draft.tags.trim() === "")
  );
}

/** Who made the claim, when, its kind and tags: closed at first, and opened with one key. */
export function MoreFields({
  ref,
  draft,
  isOpen,
  messages,
  onToggle,
  onChange,
  children,
}: {
  /** The button that opens them. */
  ref: Ref<HTMLButtonElement>;
  draft: ClaimDraft;
  isOpen: boolean;
  messages: (path: string) => string[] | undefined;
  onToggle: () => void;
  onChange: (part: Partial<ClaimDraft>) => void;
  /** Further fields. */
  children?: ReactNode;
}) {
  const dates = useDates();
  const t = useWords("claimForm");
  const claims = useWords("claims");
  const { claimRequirements: required } = useClaimRules();
  const id = useId();
  const fields = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const opener = document.activeElement?.getAttribute("aria-controls") === id;
    if (isOpen && !wasOpen.current && !opener) fields.current?.querySelector("input")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, id]);
  const values = [
    draft.claimant.name,
    draft.carriedBy,
    draft.claimedOn && dates.date(draft.claimedOn),
    // What was guessed says nothing, and "Number" alone looks like a label.
    draft.kind !== guessKind(draft.exact) && claims("kindIs", { kind: claimKindLabels[draft.kind] }),
    draft.tags.trim(),
  ].filter(Boolean);
  return (
    <div className={styles.more}>
      <button
        ref={ref}
        type="button"
        className={styles.disclosure}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-keyshortcuts="0"
        onClick={onToggle}
      >
        <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span>{" "}
        {isOpen || values.length === 0 ? t("more") : t("moreSummary", { values: values.join(", ") })}
        <span className={styles.key} aria-hidden="true">
          0
        </span>
      </button>
      <div id={id} ref={fields} className={styles.fields} hidden={!isOpen}>
        <ClaimantFields
          draft={draft}
          isRequired={required.claimant}
          messages={messages}
          onChange={onChange}
        />
        <div className={styles.pair}>
          <Field label={claims("claimedOn")} {...need(required.claimedOn)} errors={messages("claimedOn")}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={draft.claimedOn}
                onChange={(event) => onChange({ claimedOn: event.target.value })}
              />
            )}
          </Field>
          <Field label={claims("kind")} {...(required.kind && need(true))} errors={messages("kind")}>
            {(control) => (
              <select
                {...control}
                value={draft.kind}
                onChange={(event) => {
                  const kind = CLAIM_KINDS.find((each) => each === event.target.value);
                  if (kind) onChange({ kind });
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
            onChange={(tags) => onChange({ tags })}
          />
          {children}
        </div>
      </div>
    </div>
  );
}

/** Whether a failure concerns one of these fields. */
export function concernsMoreFields(messages: (path: string) => string[] | undefined): boolean {
  return [
    ...FIELDS,
    "claimant.name",
    "claimant.id",
    "claimant.kind",
    "claimant.role",
    "tags.0",
    "assignee",
  ].some((path) => messages(path) !== undefined);
}

/** What was filled in from the claim before, with a button that clears it. */
export function RememberedFields({
  draft,
  onClear,
}: {
  draft: ClaimDraft;
  onClear: (part: Partial<ClaimDraft>) => void;
}) {
  const dates = useDates();
  const t = useWords("claimForm");
  const { prefilled = {} } = draft;
  const values = [
    prefilled.claimant?.name && isAlike(prefilled.claimant, draft.claimant) && draft.claimant.name,
    prefilled.claimedOn && prefilled.claimedOn === draft.claimedOn && dates.date(draft.claimedOn),
    prefilled.kind && prefilled.kind === draft.kind && claimKindLabels[draft.kind],
  ].filter(Boolean);
  if (values.length === 0) return null;
  return (
    <p className={styles.remembered}>
      {t("remembered", { values: values.join(", ") })}{" "}
      <Button
        look="quiet"
        onClick={() =>
          onClear({
            claimant: NO_CLAIMANT,
            claimantRole: "",
            claimedOn: "",
            kind: guessKind(draft.exact),
            prefilled: prefilled.statement === undefined ? {} : { statement: prefilled.statement },
          })
        }
      >
        {t("clearRemembered")}
      </Button>
    </p>
  );
}
