import { expect, test } from "vitest";
import { type AttemptOutcome, afterAttempt, attemptOutcome, RETRY_DELAYS_SECONDS } from "./after-attempt";

const unreachable: AttemptOutcome = { kind: "unreachable", retryAfterSeconds: null };

test.each<[number | null, string | null, AttemptOutcome]>([
  [200, null, { kind: "delivered" }],
  [204, null, { kind: "delivered" }],
  [301, null, { kind: "refused" }],
  [400, null, { kind: "refused" }],
  [404, "60", { kind: "refused" }],
  [410, null, { kind: "gone" }],
  [500, null, { kind: "refused" }],
  [429, "120", { kind: "unreachable", retryAfterSeconds: 120 }],
  [503, null, unreachable],
  [503, "Wed, 21 Oct 2026 07:28:00 GMT", unreachable],
  [503, "-5", unreachable],
  [null, null, unreachable],
])("an answer with status %s and Retry-After %s is %j", (status, retryAfter, outcome) => {
  expect(attemptOutcome(status, retryAfter)).toEqual(outcome);
});

const now = new Date("2026-11-30T09:00:00Z");
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const dayBefore = inSeconds(-86_400);
const none = { refusals: 0, failures: 0, failingSince: null };

test.each<[string, AttemptOutcome, Parameters<typeof afterAttempt>[1], object]>([
  [
    "a success ends the delivery and forgets earlier failures",
    { kind: "delivered" },
    { refusals: 2, failures: 3, failingSince: dayBefore },
    {
      delivery: { state: "delivered", refusals: 2, nextAt: now },
      webhook: { state: "active", failures: 0, failingSince: null, retryAt: null },
    },
  ],
  [
    "a refusal delays this event only",
    { kind: "refused" },
    none,
    {
      delivery: { state: "pending", refusals: 1, nextAt: inSeconds(60) },
      webhook: { state: "active", failures: 0, failingSince: now, retryAt: null },
    },
  ],
  [
    "an event that is refused again and again waits longer each time",
    { kind: "refused" },
    { refusals: 3, failures: 0, failingSince: dayBefore },
    {
      delivery: { state: "pending", refusals: 4, nextAt: inSeconds(7_200) },
      webhook: { state: "active", failures: 0, failingSince: dayBefore, retryAt: null },
    },
  ],
  [
    "the last refusal ends the delivery; the webhook goes on if others were delivered since",
    { kind: "refused" },
    { refusals: 7, failures: 0, failingSince: inSeconds(-3600) },
    {
      delivery: { state: "failed", refusals: 8, nextAt: now },
      webhook: { state: "active", failures: 0, failingSince: inSeconds(-3600), retryAt: null },
    },
  ],
  [
    "the last refusal disables a webhook that accepted nothing for a day",
    { kind: "refused" },
    { refusals: 7, failures: 0, failingSince: dayBefore },
    {
      delivery: { state: "failed", refusals: 8, nextAt: now },
      webhook: { state: "disabled", failures: 0, failingSince: dayBefore, retryAt: null },
    },
  ],
  [
    "no answer delays the webhook, and costs the event nothing",
    unreachable,
    { refusals: 7, failures: 0, failingSince: null },
    {
      delivery: { state: "pending", refusals: 7, nextAt: now },
      webhook: { state: "active", failures: 1, failingSince: now, retryAt: inSeconds(60) },
    },
  ],
  [
    "a receiver can ask for more time",
    { kind: "unreachable", retryAfterSeconds: 900 },
    none,
    { webhook: { state: "active", failures: 1, failingSince: now, retryAt: inSeconds(900) } },
  ],
  [
    "but not for more than a day, nor for less than the delay",
    { kind: "unreachable", retryAfterSeconds: 999_999_999 },
    none,
    { webhook: { state: "active", failures: 1, failingSince: now, retryAt: inSeconds(86_400) } },
  ],
  [
    "no answer for about a day disables it, and its events wait",
    unreachable,
    { refusals: 0, failures: 7, failingSince: dayBefore },
    {
      delivery: { state: "pending", refusals: 0, nextAt: now },
      webhook: { state: "disabled", failures: 7, failingSince: dayBefore, retryAt: null },
    },
  ],
  [
    "a receiver that is gone is disabled at once",
    { kind: "gone" },
    none,
    { webhook: { state: "disabled", failures: 0, failingSince: now, retryAt: null } },
  ],
])("%s", (_, outcome, before, after) => {
  expect(afterAttempt(outcome, before, now, 0)).toMatchObject(after);
});

test("delays are up to a tenth longer, at random", () => {
  const { delivery } = afterAttempt({ kind: "refused" }, none, now, 1);
  expect(delivery.nextAt).toEqual(inSeconds(66));
});

test("a receiver that never answers is tried for about a day", () => {
  let at = now;
  let state = { refusals: 0, ...{ failures: 0, failingSince: null as Date | null } };
  let attempts = 0;
  for (;;) {
    attempts += 1;
    const { webhook } = afterAttempt(unreachable, state, at, 0);
    if (webhook.state === "disabled" || webhook.retryAt === null) break;
    at = webhook.retryAt;
    state = { refusals: 0, ...webhook };
  }
  expect(attempts).toBe(RETRY_DELAYS_SECONDS.length + 1);
  const hours = (at.getTime() - now.getTime()) / 3_600_000;
  expect(hours).toBeGreaterThan(23);
  expect(hours).toBeLessThan(26);
});
