"use client";

import { type FormEvent, useId, useState } from "react";
import { BatchOutcome } from "@/components/board/batch-outcome";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { usePeopleForWork } from "@/components/people/use-people-for-work";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import { can } from "@/lib/policies/can";
import type { Rating } from "@/lib/ratings/rating";
import { ASSIGNED_AT_ONCE, BATCH_SIZE, BATCH_STEPS, type BatchAction } from "@/lib/review/claim-batch";
import { useClaimActions } from "./claim-actions";
import styles from "./claim-batch.module.css";
import { useClaimRules } from "./claim-rules";
import { type BatchActionName, sortByAction } from "./sort-by-action";

/** How many claims are listed that an action can't be applied to. */
const MAX_REASONS = 20;

const hasText = (name: BatchActionName): name is "exclude" | "return" | "tag" =>
  name === "exclude" || name === "return" || name === "tag";
const isHinted = (name: BatchActionName): name is "exclude" | "retire" | "approve" =>
  name === "exclude" || name === "retire" || name === "approve";

/** Actions on the selected claims, and their outcome. */
export function ClaimBatch({
  chosen,
  ratings,
}: {
  chosen: readonly Claim[];
  /** The ratings of the article’s scale. */
  ratings: readonly Rating[];
}) {
  const t = useWords("claims");
  const { actor, people: atFirst, batch, applyBatch } = useClaimActions();
  const { people, onFocus } = usePeopleForWork(atFirst);
  const { tags, claimRequirements: requirements } = useClaimRules();
  const tagList = useId();
  const articleId = chosen[0]?.articleId;
  /** `text`: the tag to add, or the reason for excluding. `assigneeId`: "" for no one, null for the person who assigns. */
  const draft = useFormDraft(
    articleId === undefined ? null : `batch:${articleId}`,
    { name: "submit" as BatchActionName, text: "", assigneeId: null as string | null },
    { accepts: ({ name: stored }) => allowed.includes(stored) },
  );
  const { text } = draft.value;
  const assigneeId = draft.value.assigneeId ?? actor.id;
  /** The action that is running or has run on these claims. It stays chosen, with its outcome, until another action or other claims are. */
  const [started, setStarted] = useState<{ name: BatchActionName; ids: string; count: number } | null>(null);
  const ids = chosen.map(({ id }) => id).join();
  const run = started?.ids === ids ? started : null;
  /** How many claims are done; null when nothing is running. */
  const [progress, setProgress] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcome, setOutcome] = useState<{
    action: string;
    done: number;
    left: { name: string; message: string }[];
  } | null>(null);
  const allowed: BatchActionName[] = [
    ...BATCH_STEPS.filter((step) => can(actor, step, "claim").allowed),
    "tag",
    "assign",
  ];
  const sorted = new Map(
    allowed.map((action) => [action, sortByAction(chosen, action, { actor, ratings, requirements })]),
  );
  const offered = allowed.filter(
    (action) => chosen.length === 0 || action === run?.name || sorted.get(action)?.possible.length,
  );
  const wanted = run?.name ?? draft.value.name;
  const name = offered.includes(wanted) ? wanted : (offered[0] ?? wanted);
  const { possible, others: impossible } = sorted.get(name) ?? { possible: [], others: [] };
  // The claims that are done already can't be done again: that is no news.
  const others = run ? [] : impossible;
  const canAssignAnyone = can(actor, "plan", "assignment").allowed;

  function describeAction(): BatchAction {
    if (name === "tag") return { kind: "tag", tag: text };
    if (name === "assign") return { kind: "assign", assigneeId: assigneeId || null };
    return { kind: "step", step: name, ...(name === "exclude" || name === "return" ? { note: text } : {}) };
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (progress !== null || possible.length === 0) return;
    const action = describeAction();
    const numbers = new Map(possible.map(({ id, number }) => [id, t("batch.claim", { number })]));
    const total: NonNullable<typeof outcome> = { action: t(`action.${name}`), done: 0, left: [] };
    setFailure(null);
    setOutcome(null);
    setStarted({ name, ids, count: possible.length });
    // The new assignee is notified once per call, so assigning uses larger calls.
    const size = action.kind === "assign" ? ASSIGNED_AT_ONCE : BATCH_SIZE;
    for (let from = 0; from < possible.length; from += size) {
      setProgress(from);
      const part = possible.slice(from, from + size);
      const result = await attempt(() =>
        batch({
          articleId: part[0]?.articleId ?? "",
          claims: part.map(({ id, revision, assignee }) => ({
            claimId: id,
            revision,
            seenAssigneeId: assignee?.id ?? null,
          })),
          action,
        }),
      );
      if (!result.ok) {
        setFailure(result.error);
        break;
      }
      total.done += result.value.claims.length;
      for (const { claimId, message } of result.value.left)
        total.left.push({ name: numbers.get(claimId) ?? t("batch.unknownClaim"), message });
      applyBatch(result.value.claims);
    }
    setProgress(null);
    setOutcome(total);
    if (total.done > 0) draft.forget();
  }

  return (
    <form className={styles.form} onSubmit={submit} aria-label={t("batch.title")}>
      <RestoredNotice restored={draft.restored} />
      <div className={styles.fields}>
        <Field label={t("batch.action")} hint={isHinted(name) ? t(`actionHint.${name}`) : undefined}>
          {(control) => (
            <select
              {...control}
              value={name}
              disabled={progress !== null}
              onChange={(event) => {
                setStarted(null);
                setOutcome(null);
                draft.change({ name: event.target.value as BatchActionName });
              }}
            >
              {offered.map((each) => (
                <option key={each} value={each}>
                  {t(`action.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {name === "assign" && (
          <Field label={t("batch.assignTo")}>
            {(control) => (
              <select
                {...control}
                value={assigneeId}
                onFocus={onFocus}
                onChange={({ target }) =>
                  draft.change({ assigneeId: target.value === actor.id ? null : target.value })
                }
              >
                <option value="">{t("assignee.none")}</option>
                {people
                  .filter(({ id }) => canAssignAnyone || id === actor.id)
                  .map(({ id, name: label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        )}
        {hasText(name) && (
          <Field label={t(`batch.text.${name}`)}>
            {(control) => (
              <input
                {...control}
                value={text}
                list={name === "tag" ? tagList : undefined}
                onChange={(event) => draft.change({ text: event.target.value })}
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
      <Button type="submit" look="primary" pending={progress !== null} disabled={possible.length === 0}>
        {t(others.length > 0 ? "batch.runSome" : "batch.run", {
          action: t(`action.${name}`),
          count: progress === null ? possible.length : (run?.count ?? 0),
          total: chosen.length,
        })}
      </Button>
      {others.length > 0 && (
        <ul className={styles.others} aria-label={t("batch.others", { count: others.length })}>
          {others.slice(0, MAX_REASONS).map(({ claim, reason }) => (
            <li key={claim.id}>{t("batch.other", { number: claim.number, reason })}</li>
          ))}
          {others.length > MAX_REASONS && <li>{t("batch.more", { count: others.length - MAX_REASONS })}</li>}
        </ul>
      )}
      <div role="status">
        {progress !== null && t("batch.progress", { done: progress, total: run?.count ?? possible.length })}
      </div>
      {failure && <Notice tone="failure">{failure.message}</Notice>}
      {outcome && (outcome.done > 0 || outcome.left.length > 0) && <BatchOutcome {...outcome} />}
    </form>
  );
}
