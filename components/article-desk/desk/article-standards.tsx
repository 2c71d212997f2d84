"use client";

import { type FormEvent, useState } from "react";
import type { ScaleChoice, Standards, StandardsActions } from "@/components/article-desk/state/standards";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Result } from "@/lib/result";
import styles from "./article-desk.module.css";

const MAX_APPROVALS = 5;

/** Moves an article to another scale, and asks for more approvals: for those who may. */
export function ArticleStandards<Article extends Standards & { id: string }>({
  article,
  actor,
  actions,
  onChange,
}: {
  article: Article;
  actor: Actor;
  actions: StandardsActions;
  onChange: (article: Article) => void;
}) {
  const [choices, setChoices] = useState<ScaleChoice[] | null>(null);
  const [scaleId, setScaleId] = useState(article.scaleId);
  const [approvals, setApprovals] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState("");
  if (!can(actor, "change-scale", "article").allowed) return null;

  async function load() {
    const result = await attempt(() => actions.listScaleChoices({ scaleId: article.scaleId }));
    setFailure(result.ok ? null : result.error);
    if (result.ok) setChoices(result.value);
    setScaleId(article.scaleId);
  }

  async function run(call: () => Promise<Result<Standards, Failure>>, done: string) {
    setPending(true);
    setSaid("");
    const result = await attempt(call);
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) setSaid(done);
    const now = result.ok
      ? result.value
      : result.error.kind === "stale"
        ? (result.error.current as Standards)
        : null;
    if (now)
      onChange({
        ...article,
        scaleId: now.scaleId,
        requiredApprovals: now.requiredApprovals,
        revision: now.revision,
      });
  }

  const { id: articleId, revision, requiredApprovals } = article;
  const more = Array.from({ length: MAX_APPROVALS - requiredApprovals }, (_, index) =>
    String(requiredApprovals + 1 + index),
  );
  const wanted = more.includes(approvals) ? approvals : (more[0] ?? "");
  return (
    <details
      className={styles.details}
      onToggle={(event) => {
        if (event.currentTarget.open) load();
      }}
    >
      <summary>Scale and approvals</summary>
      <div className={styles.standards}>
        {failure && !(failure.kind === "invalid" && failure.fields) && (
          <Notice tone="failure">{failure.message}</Notice>
        )}
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            run(() => actions.changeScale({ articleId, revision, scaleId }), "The article is moved.");
          }}
        >
          <Field
            label="Rating scale"
            hint="Verdicts are carried over. What is published keeps the scale that it was published with."
            errors={messagesFor(failure, "scaleId")}
          >
            {(control) => (
              <select
                {...control}
                value={scaleId}
                disabled={!choices}
                onChange={(event) => setScaleId(event.target.value)}
              >
                {(choices ?? []).map((choice) => (
                  <option key={choice.id} value={choice.id}>
                    {choice.name}, version {choice.version}
                    {choice.id === article.scaleId && " (now)"}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button type="submit" pending={pending} disabled={!choices || scaleId === article.scaleId}>
            Move to this scale
          </Button>
        </form>
        {more.length > 0 && (
          <form
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              run(
                () => actions.raiseApprovals({ articleId, revision, requiredApprovals: Number(wanted) }),
                `${wanted} people sign off each claim from now on.`,
              );
            }}
          >
            <Field
              label="Approvals needed"
              hint={`${requiredApprovals} now. It can be raised, not lowered; claims that fewer people have signed go back into review.`}
              errors={messagesFor(failure, "requiredApprovals")}
            >
              {(control) => (
                <select {...control} value={wanted} onChange={(event) => setApprovals(event.target.value)}>
                  {more.map((number) => (
                    <option key={number}>{number}</option>
                  ))}
                </select>
              )}
            </Field>
            <Button type="submit" pending={pending}>
              Raise
            </Button>
          </form>
        )}
        <p className={styles.hint} role="status">
          {said}
        </p>
      </div>
    </details>
  );
}
