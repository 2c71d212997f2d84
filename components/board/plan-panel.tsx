"use client";

import { type ReactNode, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Plan, PlanChange } from "@/lib/board/plan";
import type { PersonName } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import type { Result } from "@/lib/result";
import styles from "./board.module.css";
import { PlanForm } from "./plan-form";

/** Changes who leads an article, when it is due and how much it presses, in a panel under the words that tell it. */
export function PlanPanel({
  title,
  plan,
  people,
  actor,
  children,
  save,
}: {
  /** Whose plan it is, for the names of the buttons. */
  title: string;
  plan: Plan;
  people: readonly PersonName[];
  actor: Actor;
  /** The words. */
  children: ReactNode;
  /** Null once it is saved. */
  save: (change: PlanChange) => Promise<Result<null, Failure>>;
}) {
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function send(change: PlanChange) {
    if (Object.keys(change).length > 0) {
      setPending(true);
      const result = await attempt(() => save(change));
      setPending(false);
      setFailure(result.ok ? null : result.error);
      if (!result.ok) return;
    }
    setFailure(null);
    setOpen(false);
  }

  const mayPlan = can(actor, "plan", "assignment").allowed;
  const mayTake = can(actor, "lead", "assignment", { fromId: plan.lead?.id ?? null, toId: actor.id }).allowed;
  return (
    <div className={styles.plan}>
      <p className={styles.planLine}>
        {children}
        {mayPlan && (
          <Button
            look="quiet"
            className={styles.small}
            aria-expanded={open}
            aria-label={`Change lead, due time and priority of ${title}`}
            onClick={() => setOpen(!open)}
          >
            Change
          </Button>
        )}
        {!mayPlan && mayTake && plan.lead === null && (
          <Button
            look="quiet"
            className={styles.small}
            pending={pending}
            aria-label={`Take the lead of ${title}`}
            onClick={() => send({ leadId: actor.id })}
          >
            Take the lead
          </Button>
        )}
      </p>
      {failure && !open && <Notice tone="failure">{failure.message}</Notice>}
      {open && (
        <PlanForm
          // What was chosen on an older state is not sent on a newer one unseen.
          key={`${plan.lead?.id}-${plan.dueAt}-${plan.priority}`}
          plan={plan}
          people={people}
          pending={pending}
          failure={failure}
          onSave={send}
          onCancel={() => {
            setFailure(null);
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
