import { expect, test } from "vitest";
import { type IdleStep, idleStep } from "./idle-step";

const day = (number: number) => new Date(Date.UTC(2026, 0, number, 9));

test.each<[string, number, number | null, number | null, number, number, IdleStep]>([
  // changed on, owner reminded on, lead reminded on, today, days
  ["not long enough", 1, null, null, 7, 7, "none"],
  ["after seven days, the owner", 1, null, null, 8, 7, "remind-owner"],
  ["and not again on the next day", 1, 8, null, 9, 7, "none"],
  ["after seven more, the lead", 1, 8, null, 15, 7, "remind-lead"],
  ["and that is all", 1, 8, 15, 40, 7, "none"],
  ["work went on", 10, 8, null, 15, 7, "resume"],
  ["work went on after the lead was reminded", 16, 8, 15, 17, 7, "resume"],
  ["never, if it is switched off", 1, null, null, 300, 0, "none"],
  ["no lead either", 1, 8, null, 300, 0, "none"],
])("%s", (_, changed, reminded, escalated, today, days, expected) => {
  const work = {
    changedAt: day(changed),
    remindedAt: reminded === null ? null : day(reminded),
    escalatedAt: escalated === null ? null : day(escalated),
  };
  expect(idleStep(work, day(today), days)).toBe(expected);
});
