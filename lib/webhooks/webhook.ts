import type { SentKind, WebhookKind } from "./webhook-kind";

/** Webhooks of an installation: each event is sent to all that want it. */
export const MAX_WEBHOOKS = 20;

/** How long the secret before the last rotation signs as well, so that a receiver can be changed without losing events. */
export const FORMER_SECRET_HOURS = 24;

/** Days after which events and the log of their deliveries are deleted. */
export const WEBHOOK_LOG_DAYS = 30;

/** `paused` by a person; `disabled` because its receiver failed for about a day. */
export type WebhookState = "active" | "paused" | "disabled";

/** An address of another program that is sent what happens. Its secrets are not part of it. */
export interface Webhook {
  id: string;
  url: string;
  kinds: readonly WebhookKind[];
  state: WebhookState;
  createdBy: { id: string; name: string };
  /** ISO 8601 instants. */
  createdAt: string;
  /** Since when no delivery has succeeded; null if the last one did, or there was none. */
  failingSince: string | null;
  /** Nothing is sent before this; null if nothing delays it. */
  retryAt: string | null;
  /** Until when the secret before the last one signs as well; null without one. */
  formerSecretUntil: string | null;
  /** Events that wait to be sent, to one more than `COUNT_LIMIT`. */
  waiting: number;
}

/** One request to a webhook, and its answer. */
export interface WebhookAttempt {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  /** The body that was sent, the first part of a long one; null once something of its article was redacted. */
  request: string | null;
  /** HTTP status; null without an answer. */
  status: number | null;
  /** The first part of the answer; null without one. */
  answer: string | null;
  /** Why it failed, for people; null if it did not. */
  failure: string | null;
  durationMs: number;
}

/** An event and how its delivery to one webhook went. */
export interface WebhookDelivery {
  id: string;
  /** The `webhook-id` of every attempt. */
  eventId: string;
  kind: SentKind;
  /** ISO 8601 instant of the event. */
  at: string;
  state: "pending" | "delivered" | "failed";
  /** When it is sent next; null if it is not pending. */
  nextAt: string | null;
  /** The last attempts, the newest first. */
  attempts: readonly WebhookAttempt[];
}
