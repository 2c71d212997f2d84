import { expect, test } from "vitest";
import type { Plan, PlanChange } from "@/lib/board/plan";
import { makeDates } from "@/lib/personal/dates";
import {
  KEEP,
  NO_CHOICES,
  NOBODY,
  type PlanChoices,
  planChange,
  shownPlan,
  withoutCurrent,
} from "./plan-choices";

const dates = makeDates({ language: "en", timeZone: "Asia/Kolkata" });
const AT = "2026-12-01T10:00:00.000Z";
const plan: Plan = { lead: { id: "ada", name: "Ada" } as Plan["lead"], dueAt: AT, priority: "normal" };
const free: Plan = { lead: null, dueAt: null, priority: "normal" };

test.each<[string, Plan | null, Partial<PlanChoices>, PlanChange]>([
  ["nothing", plan, {}, {}],
  ["a lead", plan, { leadId: "bo" }, { leadId: "bo" }],
  ["the current lead", plan, { leadId: "ada" }, {}],
  ["no lead", plan, { leadId: NOBODY }, { leadId: null }],
  ["no lead where there is none", free, { leadId: NOBODY }, {}],
  ["no time", plan, { due: "" }, { dueAt: null }],
  ["the current time", plan, { due: dates.toField(AT) }, {}],
  ["a time", free, { due: dates.toField(AT) }, { dueAt: AT }],
  ["a priority", plan, { priority: "urgent" }, { priority: "urgent" }],
  ["nothing for several articles", null, {}, {}],
  ["no change for several articles", null, { leadId: KEEP, priority: KEEP }, {}],
  [
    "no lead and no time for several articles",
    null,
    { leadId: NOBODY, isDueRemoved: true },
    { leadId: null, dueAt: null },
  ],
])("%s is chosen", (_, current, chosen, change) => {
  const choices = withoutCurrent({ ...NO_CHOICES, ...chosen }, current, dates);
  expect(planChange(shownPlan(choices, current, dates), current, dates)).toEqual(change);
  // What changes nothing leaves no draft.
  if (Object.keys(change).length === 0) expect(choices).toEqual(NO_CHOICES);
});

test("a choice stays, and what others change meanwhile is not overwritten", () => {
  const choices = withoutCurrent({ ...NO_CHOICES, priority: "high" }, plan, dates);
  const newer: Plan = { ...free, priority: "urgent" };
  expect(shownPlan(choices, newer, dates)).toEqual({
    leadId: NOBODY,
    due: "",
    isDueRemoved: false,
    priority: "high",
  });
  expect(planChange(shownPlan(choices, newer, dates), newer, dates)).toEqual({ priority: "high" });
});
