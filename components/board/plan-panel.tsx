"use client";

import { type ReactNode, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Plan, PlanChange } from "@/lib/board/plan";
import type { PersonName } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Result } from "@/lib/result";
import styles from "./board.module.css";
import { PlanForm } from "./plan-form";

/** A summary of an article's plan, with a form below it to change the lead, due time and priority. */
export function PlanPanel({
  articleId,
  title,
  plan,
  people,
  actor,
  children,
  save,
}: {
  articleId: string;
  /** The article's title, for the names of the buttons. */
  title: string;
  plan: Plan;
  people: readonly PersonName[];
  actor: Actor;
  /** The summary. */
  children: ReactNode;
  save: (change: PlanChange) => Promise<Result<null, Failure>>;
}) {
  const t = useWords("board");
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function send(change: PlanChange) {
    if (Object.keys(change).length > 0) {
      setPending(true);
      const result = await attempt(() => save(change));
      setPending(false);
      setFailure(result.ok ? null : result.error);
      if (!result.ok) return false;
    }
    setFailure(null);
    setOpen(false);
    return true;
  }

  const canPlan = can(actor, "plan", "assignment").allowed;
  const canTakeLead = can(actor, "lead", "assignment", {
    fromId: plan.lead?.id ?? null,
    toId: actor.id,
  }).allowed;
  return (
    <div className={styles.plan}>
      <p className={styles.planLine}>
        {children}
        {canPlan && (
          <Button
            look="quiet"
            className={styles.small}
            aria-expanded={open}
            aria-label={t("plan.changeOf", { title })}
            onClick={() => setOpen(!open)}
          >
            {t("plan.change")}
          </Button>
        )}
        {!canPlan && canTakeLead && plan.lead === null && (
          <Button
            look="quiet"
            className={styles.small}
            pending={pending}
            aria-label={t("plan.takeLeadOn", { title })}
            onClick={() => send({ leadId: actor.id })}
          >
            {t("plan.takeLead")}
          </Button>
        )}
      </p>
      {failure && !open && <Notice tone="failure">{failure.message}</Notice>}
      {open && (
        <PlanForm
          name={`plan:${articleId}`}
          plan={plan}
          people={people}
          pending={pending}
          failure={failure}
          onSave={send}
          onCancel={() => {
            setFailure(null);
            setOpen(false);
          }}
          onReopen={() => setOpen(true)}
        />
      )}
    </div>
  );
}
