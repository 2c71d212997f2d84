"use client";

import { type FormEvent, useId, useState } from "react";
import { BatchOutcome } from "@/components/board/batch-outcome";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Claim, PersonName } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Result } from "@/lib/result";
import { ASSIGNED_AT_ONCE, BATCH_SIZE, BATCH_STEPS, type BatchAction } from "@/lib/review/claim-batch";
import styles from "./claim-batch.module.css";
import { useClaimRules } from "./claim-rules";
import type { ClaimsChanged } from "./use-claim-work";

/** Does the same with many claims of an article, and answers for each. */
export type BatchClaims = (input: {
  articleId: string;
  claims: { claimId: string; revision: number; seenAssigneeId: string | null }[];
  deed: BatchAction;
}) => Promise<Result<ClaimsChanged, Failure>>;

const deedLabels = {
  submit: "Submit for review",
  withdraw: "Withdraw from review",
  exclude: "Leave out",
  include: "Take in again",
  retire: "Retire",
  tag: "Add a tag",
  assign: "Assign",
} as const;
type DeedName = keyof typeof deedLabels;

/** What can be done with the claims that are chosen, and what became of it. */
export function ClaimBatch({
  chosen,
  actor,
  people,
  run,
  onChanged,
}: {
  chosen: readonly Claim[];
  actor: Actor;
  /** To whom claims may be given. */
  people: readonly PersonName[];
  run: BatchClaims;
  /** Takes in claims as they are now. */
  onChanged: (claims: readonly Claim[]) => void;
}) {
  const { tags } = useClaimRules();
  const tagList = useId();
  const [name, setName] = useState<DeedName>("submit");
  const [words, setWords] = useState("");
  const [assigneeId, setAssigneeId] = useState(actor.id);
  /** How many are done with, while it is under way. */
  const [at, setAt] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcome, setOutcome] = useState<{ done: number; left: { name: string; message: string }[] } | null>(
    null,
  );
  const offered: DeedName[] = [
    ...BATCH_STEPS.filter((step) => can(actor, step, "claim").allowed),
    "tag",
    "assign",
  ];
  const mayGive = can(actor, "plan", "assignment").allowed;

  function describeAction(): BatchAction {
    if (name === "tag") return { kind: "tag", tag: words };
    if (name === "assign") return { kind: "assign", assigneeId: assigneeId || null };
    return { kind: "step", step: name, ...(name === "exclude" ? { note: words } : {}) };
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (at !== null || chosen.length === 0) return;
    const deed = describeAction();
    const numbers = new Map(chosen.map(({ id, number }) => [id, `Claim ${number}`]));
    const sum: NonNullable<typeof outcome> = { done: 0, left: [] };
    setFailure(null);
    setOutcome(null);
    // Who gets claims is told once a call.
    const size = deed.kind === "assign" ? ASSIGNED_AT_ONCE : BATCH_SIZE;
    for (let from = 0; from < chosen.length; from += size) {
      setAt(from);
      const part = chosen.slice(from, from + size);
      const result = await attempt(() =>
        run({
          articleId: part[0]?.articleId ?? "",
          claims: part.map(({ id, revision, assignee }) => ({
            claimId: id,
            revision,
            seenAssigneeId: assignee?.id ?? null,
          })),
          deed,
        }),
      );
      if (!result.ok) {
        setFailure(result.error);
        break;
      }
      sum.done += result.value.claims.length;
      for (const { claimId, message } of result.value.left)
        sum.left.push({ name: numbers.get(claimId) ?? "A claim", message });
      onChanged(result.value.claims);
    }
    setAt(null);
    setOutcome(sum);
  }

  return (
    <form className={styles.form} onSubmit={submit} aria-label="With the selected claims">
      <div className={styles.fields}>
        <Field label="What to do with them">
          {(control) => (
            <select {...control} value={name} onChange={(event) => setName(event.target.value as DeedName)}>
              {offered.map((each) => (
                <option key={each} value={each}>
                  {deedLabels[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {name === "assign" && (
          <Field label="To">
            {(control) => (
              <select {...control} value={assigneeId} onChange={(event) => setAssigneeId(event.target.value)}>
                <option value="">Nobody</option>
                {people
                  .filter(({ id }) => mayGive || id === actor.id)
                  .map(({ id, name: label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        )}
        {(name === "exclude" || name === "tag") && (
          <Field label={name === "tag" ? "Tag" : "Why are they left out?"}>
            {(control) => (
              <input
                {...control}
                value={words}
                list={name === "tag" ? tagList : undefined}
                onChange={(event) => setWords(event.target.value)}
                required
              />
            )}
          </Field>
        )}
        <datalist id={tagList}>
          {tags.list.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </div>
      <Button type="submit" look="primary" pending={at !== null} disabled={chosen.length === 0}>
        {deedLabels[name]}: {chosen.length} {chosen.length === 1 ? "claim" : "claims"}
      </Button>
      <div role="status">{at !== null && `${at} of ${chosen.length} …`}</div>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      {outcome && (outcome.done > 0 || outcome.left.length > 0) && <BatchOutcome {...outcome} />}
    </form>
  );
}
