import type { Plan, PlanChange } from "@/lib/board/plan";
import { PRIORITIES, type Priority } from "@/lib/board/priority";
import type { Dates } from "@/lib/personal/dates";

/** The option of a select that leaves a field as it is: for several articles, whose plans can differ. */
export const KEEP = "keep";
/** The option of a select that removes the lead. */
export const NOBODY = "nobody";

/** What was chosen in the form of a plan. Null is a field that was not touched. */
export interface PlanChoices {
  leadId: string | null;
  /** As in a datetime-local field; "" removes the time. */
  due: string | null;
  isDueRemoved: boolean;
  priority: Priority | typeof KEEP | null;
}

export const NO_CHOICES: PlanChoices = { leadId: null, due: null, isDueRemoved: false, priority: null };

/** What the form shows: what was chosen, and the current plan in the other fields. */
export interface ShownPlan {
  leadId: string;
  due: string;
  isDueRemoved: boolean;
  priority: Priority | typeof KEEP;
}

/** @param plan the current plan; null for several articles */
export function shownPlan(choices: PlanChoices, plan: Plan | null, dates: Dates): ShownPlan {
  return {
    leadId: choices.leadId ?? (plan ? (plan.lead?.id ?? NOBODY) : KEEP),
    due: choices.due ?? (plan?.dueAt ? dates.toField(plan.dueAt) : ""),
    isDueRemoved: choices.isDueRemoved,
    priority: choices.priority ?? plan?.priority ?? KEEP,
  };
}

/** The choices that differ from the current plan: choosing what is set already is no choice. */
export function withoutCurrent(choices: PlanChoices, plan: Plan | null, dates: Dates): PlanChoices {
  const current = shownPlan(NO_CHOICES, plan, dates);
  const own = <T>(chosen: T | null, now: T) => (chosen === now ? null : chosen);
  return {
    leadId: own(choices.leadId, current.leadId),
    due: own(choices.due, current.due),
    isDueRemoved: choices.isDueRemoved,
    priority: own(choices.priority, current.priority),
  };
}

/** What to send: the fields that differ from the current plan. */
export function planChange(
  { leadId, due, isDueRemoved, priority }: ShownPlan,
  plan: Plan | null,
  dates: Dates,
): PlanChange {
  const change: PlanChange = {};
  const newLeadId = leadId === NOBODY ? null : leadId;
  if (leadId !== KEEP && newLeadId !== (plan?.lead?.id ?? (plan ? null : undefined)))
    change.leadId = newLeadId;
  if (due && (!plan?.dueAt || due !== dates.toField(plan.dueAt))) change.dueAt = dates.fromField(due);
  if (isDueRemoved || (plan?.dueAt && !due)) change.dueAt = null;
  if (priority !== KEEP && priority !== plan?.priority) change.priority = priority;
  return change;
}

/** Whether stored choices are still possible. */
export function arePlanChoices({ leadId, due, priority }: PlanChoices): boolean {
  return (
    [leadId, due].every((each) => each === null || typeof each === "string") &&
    [null, KEEP, ...PRIORITIES].includes(priority)
  );
}
