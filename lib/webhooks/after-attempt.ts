import type { WebhookState } from "./webhook";

/** Seconds until the next attempt, by the number of failures before. They cover about a day. */
export const RETRY_DELAYS_SECONDS = [60, 300, 1_800, 7_200, 18_000, 28_800, 32_400] as const;

/** Delays get longer by up to this part, at random: events that failed together are not sent together again. */
const JITTER = 0.1;

/** The most seconds that a receiver can ask us to wait. */
const MAX_RETRY_AFTER_SECONDS = 86_400;

/** A webhook without a success for this long is disabled when a delivery fails for good. */
const DISABLE_AFTER_MS = 20 * 3_600_000;

/** How an attempt ended. */
export type AttemptOutcome =
  | { kind: "delivered" }
  /** The receiver works, but does not accept this event: others can go on. */
  | { kind: "refused" }
  /** No answer, or one that says so: nothing else is sent until it is tried again. */
  | { kind: "unreachable"; retryAfterSeconds: number | null }
  /** 410: the receiver wants nothing any more. */
  | { kind: "gone" };

/** Answers about the receiver as a whole, and not about one event. */
const UNREACHABLE_STATUS: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * How an attempt ended, by the status of its answer.
 * @param status HTTP; null without an answer
 * @param retryAfter the header Retry-After in seconds; dates are ignored
 */
export function attemptOutcome(status: number | null, retryAfter: string | null = null): AttemptOutcome {
  if (status === null) return { kind: "unreachable", retryAfterSeconds: null };
  if (status >= 200 && status < 300) return { kind: "delivered" };
  if (status === 410) return { kind: "gone" };
  if (!UNREACHABLE_STATUS.has(status)) return { kind: "refused" };
  const seconds = /^\d{1,9}$/.test(retryAfter ?? "") ? Number(retryAfter) : null;
  return { kind: "unreachable", retryAfterSeconds: seconds };
}

/** What an attempt changes. */
export interface AfterAttempt {
  delivery: { state: "pending" | "delivered" | "failed"; refusals: number; nextAt: Date };
  webhook: { state: WebhookState; failures: number; failingSince: Date | null; retryAt: Date | null };
}

/**
 * What becomes of a delivery and its webhook. A receiver that cannot be reached delays all its events together, so that a thousand
 * of them do not wait for a thousand timeouts; an event that it refuses delays only itself.
 * @param before.refusals how many times the receiver refused this event before
 * @param before.failures how many times in a row it could not be reached
 * @param random from 0 to 1
 */
export function afterAttempt(
  outcome: AttemptOutcome,
  before: { refusals: number; failures: number; failingSince: Date | null },
  now: Date,
  random: number,
): AfterAttempt {
  const { refusals, failures } = before;
  const failingSince = before.failingSince ?? now;
  const later = (delay: number) => new Date(now.getTime() + Math.round(delay * 1000 * (1 + JITTER * random)));
  const waiting = { state: "pending", refusals, nextAt: now } as const;
  switch (outcome.kind) {
    case "delivered":
      return {
        delivery: { state: "delivered", refusals, nextAt: now },
        webhook: { state: "active", failures: 0, failingSince: null, retryAt: null },
      };
    case "gone":
      return { delivery: waiting, webhook: { state: "disabled", failures, failingSince, retryAt: null } };
    case "unreachable": {
      const delay = RETRY_DELAYS_SECONDS[failures];
      if (delay === undefined)
        return { delivery: waiting, webhook: { state: "disabled", failures, failingSince, retryAt: null } };
      const asked = Math.min(outcome.retryAfterSeconds ?? 0, MAX_RETRY_AFTER_SECONDS);
      return {
        delivery: waiting,
        webhook: {
          state: "active",
          failures: failures + 1,
          failingSince,
          retryAt: later(Math.max(delay, asked)),
        },
      };
    }
    case "refused": {
      const delay = RETRY_DELAYS_SECONDS[refusals];
      const isHopeless = now.getTime() - failingSince.getTime() >= DISABLE_AFTER_MS;
      // It answered, so it can be reached.
      const webhook = { state: "active", failures: 0, failingSince, retryAt: null } as const;
      if (delay !== undefined)
        return {
          delivery: { state: "pending", refusals: refusals + 1, nextAt: later(delay) },
          webhook,
        };
      return {
        delivery: { state: "failed", refusals: refusals + 1, nextAt: now },
        webhook: { ...webhook, state: isHopeless ? "disabled" : "active" },
      };
    }
  }
}
