"use client";

import type { FormEvent } from "react";
import { useDates } from "@/components/dates/dates-context";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { usePeopleForWork } from "@/components/people/use-people-for-work";
import { messagesFor } from "@/components/ui/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { Plan, PlanChange } from "@/lib/board/plan";
import { PRIORITIES, priorityLabels } from "@/lib/board/priority";
import type { PersonName } from "@/lib/claims/claim";
import { nameToChoose } from "@/lib/claims/disambiguate-names";
import type { Failure } from "@/lib/failure";
import styles from "./board.module.css";
import {
  arePlanChoices,
  KEEP,
  NO_CHOICES,
  NOBODY,
  type PlanChoices,
  planChange,
  shownPlan,
  withoutCurrent,
} from "./plan-choices";

/**
 * The form for lead, due time and priority. It stores and sends only what was chosen: what others change meanwhile stays as they set it.
 * @param plan the current plan; null for several articles, whose plans can differ
 */
export function PlanForm({
  name,
  plan,
  people: atFirst,
  pending,
  failure,
  onSave,
  onCancel,
  onReopen,
}: {
  /** Names the draft: "plan:<article>". */
  name: string;
  plan: Plan | null;
  people: readonly PersonName[];
  pending: boolean;
  failure: Failure | null;
  /** @returns whether it was saved */
  onSave: (change: PlanChange) => Promise<boolean>;
  onCancel: () => void;
  /** Opens the form again after `onCancel`. */
  onReopen: () => void;
}) {
  const dates = useDates();
  const t = useWords("board");
  const { people, onFocus } = usePeopleForWork(atFirst);
  const common = useWords("common");
  const draft = useFormDraft<PlanChoices>(name, NO_CHOICES, { accepts: arePlanChoices });
  const shown = shownPlan(draft.value, plan, dates);
  const { leadId, due, isDueRemoved, priority } = shown;
  const choose = (part: Partial<PlanChoices>) =>
    draft.change((before) => withoutCurrent({ ...before, ...part }, plan, dates));
  const isLeadListed = !plan?.lead || people.some(({ id }) => id === plan.lead?.id);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSave(planChange(shown, plan, dates)).then((isSaved) => isSaved && draft.forget(NO_CHOICES));
  }

  return (
    <form className={styles.planForm} onSubmit={submit}>
      <RestoredNotice restored={draft.restored} />
      {failure && failure.kind !== "invalid" && <Notice tone="failure">{failure.message}</Notice>}
      <div className={styles.planFields}>
        <Field label={t("plan.lead")} errors={messagesFor(failure, "leadId")}>
          {(control) => (
            <select
              {...control}
              value={leadId}
              onFocus={onFocus}
              onChange={(event) => choose({ leadId: event.target.value })}
            >
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
              onChange={(event) => choose({ due: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("plan.priority")} errors={messagesFor(failure, "priority")}>
          {(control) => (
            <select
              {...control}
              value={priority}
              onChange={(event) => choose({ priority: event.target.value as PlanChoices["priority"] })}
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
            onChange={(event) => choose({ isDueRemoved: event.target.checked })}
          />
          {t("plan.removeDue")}
        </label>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" pending={pending}>
          {common("save")}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            draft.cancel(t("plan.discarded"), onReopen);
            onCancel();
          }}
        >
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
