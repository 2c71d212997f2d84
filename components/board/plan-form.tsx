"use client";

import { type FormEvent, useState } from "react";
import { messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
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
 * The form for lead, due time and priority. It sends only the fields that were changed.
 * @param plan the current plan; null for several articles, whose plans can differ
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
  const t = useWords("board");
  const common = useWords("common");
  const [leadId, setLeadId] = useState(plan ? (plan.lead?.id ?? NOBODY) : KEEP);
  const [due, setDue] = useState(plan?.dueAt ? toLocalField(plan.dueAt) : "");
  const [isDueRemoved, setDueRemoved] = useState(false);
  const [priority, setPriority] = useState<Priority | typeof KEEP>(plan?.priority ?? KEEP);
  const isLeadListed = !plan?.lead || people.some(({ id }) => id === plan.lead?.id);

  function submit(event: FormEvent) {
    event.preventDefault();
    const change: PlanChange = {};
    const newLeadId = leadId === NOBODY ? null : leadId;
    if (leadId !== KEEP && newLeadId !== (plan?.lead?.id ?? (plan ? null : undefined)))
      change.leadId = newLeadId;
    if (due && (!plan?.dueAt || due !== toLocalField(plan.dueAt))) change.dueAt = fromLocalField(due);
    if (isDueRemoved || (plan?.dueAt && !due)) change.dueAt = null;
    if (priority !== KEEP && priority !== plan?.priority) change.priority = priority;
    onSave(change);
  }

  return (
    <form className={styles.planForm} onSubmit={submit}>
      {failure && failure.kind !== "invalid" && <Notice tone="failure">{failure.message}</Notice>}
      <div className={styles.planFields}>
        <Field label={t("plan.lead")} errors={messagesFor(failure, "leadId")}>
          {(control) => (
            <select {...control} value={leadId} onChange={(event) => setLeadId(event.target.value)}>
              {!plan && <option value={KEEP}>{t("plan.noChange")}</option>}
              <option value={NOBODY}>{t("plan.noLead")}</option>
              {!isLeadListed && plan?.lead && (
                <option value={plan.lead.id}>{t("plan.noAccess", { name: plan.lead.name })}</option>
              )}
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {nameToChoose(person)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("plan.due")} errors={messagesFor(failure, "dueAt")}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={due}
              disabled={isDueRemoved}
              onChange={(event) => setDue(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("plan.priority")} errors={messagesFor(failure, "priority")}>
          {(control) => (
            <select
              {...control}
              value={priority}
              onChange={(event) => setPriority(event.target.value as Priority | typeof KEEP)}
            >
              {!plan && <option value={KEEP}>{t("plan.noChange")}</option>}
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
          <input
            type="checkbox"
            checked={isDueRemoved}
            onChange={(event) => setDueRemoved(event.target.checked)}
          />
          {t("plan.removeDue")}
        </label>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" pending={pending}>
          {common("save")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
