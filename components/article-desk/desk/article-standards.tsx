"use client";

import { type FormEvent, useEffect, useState } from "react";
import { useDesk } from "@/components/article-desk/state/desk-context";
import type { ScaleChoice, Standards } from "@/components/article-desk/state/standards";
import { useStore } from "@/components/article-desk/state/use-store";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt, messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import styles from "./article-desk.module.css";
import { ArticlePanel } from "./article-panel";

const MAX_APPROVALS = 5;
const NO_CHOICES = { scaleId: "", approvals: "" };

/** Changes the rating scale and raises the required approvals. */
export function ArticleStandards() {
  const t = useWords("articles");
  const { page, article: store, panel } = useDesk();
  const { actions } = page;
  const article = useStore(store);
  const [choices, setChoices] = useState<ScaleChoice[] | null>(null);
  /** "" is what the article has already. */
  const draft = useFormDraft(`standards:${article.id}`, NO_CHOICES);
  const { approvals } = draft.value;
  const isOffered = choices?.some(({ id }) => id === draft.value.scaleId);
  const scaleId = isOffered ? draft.value.scaleId : article.scaleId;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const [status, setStatus] = useState("");
  const isOpen = useStore(panel) === "standards";
  const { scaleId: currentScaleId } = article;
  useEffect(() => {
    if (!isOpen) return;
    let ended = false;
    attempt(() => actions.listScaleChoices({ scaleId: currentScaleId })).then((result) => {
      if (ended) return;
      setFailure(result.ok ? null : result.error);
      if (result.ok) setChoices(result.value);
    });
    return () => {
      ended = true;
    };
  }, [isOpen, actions, currentScaleId]);

  /** @param sent the choices that no longer need to be stored once it is done */
  async function run(
    call: () => Promise<Result<Standards, Failure>>,
    done: string,
    sent: Partial<typeof NO_CHOICES>,
  ) {
    setPending(true);
    setStatus("");
    const result = await attempt(call);
    setPending(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) {
      setStatus(done);
      draft.forget({ ...draft.value, ...sent });
    }
    const current = result.ok
      ? result.value
      : result.error.kind === "stale"
        ? (result.error.current as Standards)
        : null;
    if (current)
      store.update((before) => ({
        ...before,
        scaleId: current.scaleId,
        requiredApprovals: current.requiredApprovals,
        revision: current.revision,
      }));
  }

  const { id: articleId, revision, requiredApprovals } = article;
  const higher = Array.from({ length: MAX_APPROVALS - requiredApprovals }, (_, index) =>
    String(requiredApprovals + 1 + index),
  );
  const newApprovals = higher.includes(approvals) ? approvals : (higher[0] ?? "");
  return (
    <ArticlePanel name="standards" title={t("standards.summary")}>
      <div className={styles.standards}>
        <RestoredNotice restored={draft.restored} />
        {failure && !(failure.kind === "invalid" && failure.fields) && (
          <Notice tone="failure">{failure.message}</Notice>
        )}
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            run(() => actions.changeScale({ articleId, revision, scaleId }), t("standards.scaleChanged"), {
              scaleId: "",
            });
          }}
        >
          <Field
            label={t("standards.scale")}
            hint={t("standards.scaleHint")}
            errors={messagesFor(failure, "scaleId")}
          >
            {(control) => (
              <select
                {...control}
                value={scaleId}
                disabled={!choices}
                onChange={({ target: { value } }) =>
                  draft.change({ scaleId: value === article.scaleId ? "" : value })
                }
              >
                {(choices ?? []).map((choice) => (
                  <option key={choice.id} value={choice.id}>
                    {t(
                      choice.id === article.scaleId
                        ? "standards.currentScaleVersion"
                        : "standards.scaleVersion",
                      { name: choice.name, version: choice.version },
                    )}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Button type="submit" pending={pending} disabled={!choices || scaleId === article.scaleId}>
            {t("standards.changeScale")}
          </Button>
        </form>
        {higher.length > 0 && (
          <form
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              run(
                () =>
                  actions.raiseApprovals({ articleId, revision, requiredApprovals: Number(newApprovals) }),
                t("standards.approvalsRaised", { count: Number(newApprovals) }),
                { approvals: "" },
              );
            }}
          >
            <Field
              label={t("standards.approvals")}
              hint={t("standards.approvalsHint", { count: requiredApprovals })}
              errors={messagesFor(failure, "requiredApprovals")}
            >
              {(control) => (
                <select
                  {...control}
                  value={newApprovals}
                  onChange={({ target: { value } }) =>
                    draft.change({ approvals: value === higher[0] ? "" : value })
                  }
                >
                  {higher.map((number) => (
                    <option key={number}>{number}</option>
                  ))}
                </select>
              )}
            </Field>
            <Button type="submit" pending={pending}>
              {t("standards.raiseApprovals")}
            </Button>
          </form>
        )}
        <p className={styles.hint} role="status">
          {status}
        </p>
      </div>
    </ArticlePanel>
  );
}
