"use client";

import { type FormEvent, useState } from "react";
import { messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Plan, PlanChange } from "@/lib/board/plan";
import { PRIORITIES, type Priority, priorityLabels } from "@/lib/board/priority";
import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import type { Failure } from "@/lib/failure";
import styles from "./board.module.css";
import { fromLocalField, toLocalField } from "./local-time";

const KEEP = "keep";
const NOBODY = "nobody";

/**
 * Asks for lead, due time and priority. What is not changed is not sent.
 * @param plan as it is; null for many articles, whose plans differ
 */
export function PlanForm({
  plan,
  people,
  pending,
  failure,
  onSave,
  onCancel,
}: {
  plan: Plan | null;
  people: readonly PersonName[];
  pending: boolean;
  failure: Failure | null;
  onSave: (change: PlanChange) => void;
  onCancel: () => void;
}) {
  const [leadId, setLeadId] = useState(plan ? (plan.lead?.id ?? NOBODY) : KEEP);
  const [due, setDue] = useState(plan?.dueAt ? toLocalField(plan.dueAt) : "");
  const [isDueGone, setDueGone] = useState(false);
  const [priority, setPriority] = useState<Priority | typeof KEEP>(plan?.priority ?? KEEP);
  const isLeadKnown = !plan?.lead || people.some(({ id }) => id === plan.lead?.id);

  function submit(event: FormEvent) {
    event.preventDefault();
    const change: PlanChange = {};
    const wanted = leadId === NOBODY ? null : leadId;
    if (leadId !== KEEP && wanted !== (plan?.lead?.id ?? (plan ? null : undefined))) change.leadId = wanted;
    if (due && (!plan?.dueAt || due !== toLocalField(plan.dueAt))) change.dueAt = fromLocalField(due);
    if (isDueGone || (plan?.dueAt && !due)) change.dueAt = null;
    if (priority !== KEEP && priority !== plan?.priority) change.priority = priority;
    onSave(change);
  }

  return (
    <form className={styles.planForm} onSubmit={submit}>
      {failure && failure.kind !== "invalid" && <Notice tone="failure">{failure.message}</Notice>}
      <div className={styles.planFields}>
        <Field label="Lead" errors={messagesFor(failure, "leadId")}>
          {(control) => (
            <select {...control} value={leadId} onChange={(event) => setLeadId(event.target.value)}>
              {!plan && <option value={KEEP}>Leave as it is</option>}
              <option value={NOBODY}>Nobody</option>
              {!isLeadKnown && plan?.lead && (
                <option value={plan.lead.id}>{plan.lead.name} (no access)</option>
              )}
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {nameToChoose(person)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Due" errors={messagesFor(failure, "dueAt")}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={due}
              disabled={isDueGone}
              onChange={(event) => setDue(event.target.value)}
            />
          )}
        </Field>
        <Field label="Priority" errors={messagesFor(failure, "priority")}>
          {(control) => (
            <select
              {...control}
              value={priority}
              onChange={(event) => setPriority(event.target.value as Priority | typeof KEEP)}
            >
              {!plan && <option value={KEEP}>Leave as it is</option>}
              {PRIORITIES.map((each) => (
                <option key={each} value={each}>
                  {priorityLabels[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {!plan && (
        <label className={styles.check}>
          <input type="checkbox" checked={isDueGone} onChange={(event) => setDueGone(event.target.checked)} />
          Take the due time away
        </label>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" pending={pending}>
          Save
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
