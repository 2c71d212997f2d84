import { unseal } from "@/lib/credentials/seal";
import type { OpenDelivery } from "@/lib/db/webhooks";
import { env } from "@/lib/env";
import { guardedPost } from "@/lib/fetching/guarded-post";
import { type AttemptOutcome, attemptOutcome } from "@/lib/webhooks/after-attempt";
import { signWebhook } from "@/lib/webhooks/sign-webhook";
import type { WebhookAttempt } from "@/lib/webhooks/webhook";
import { WEBHOOK_SECRET } from "@/lib/workflows/webhooks/manage-webhooks";
import { presentEvent } from "./present-event";

/** Characters of a request and of an answer that the log keeps. */
const LOGGED = { request: 16_000, answer: 2_000 } as const;

/** Sends a delivery once. It holds no connection to the database while it waits for the answer. */
export async function attemptDelivery(
  { event, webhook }: OpenDelivery,
  now: Date,
): Promise<{ outcome: AttemptOutcome; entry: Omit<WebhookAttempt, "id" | "at"> & { at: Date } }> {
  const body = await presentEvent(event);
  if (body === null)
    return {
      // Nothing is left to be sent.
      outcome: { kind: "delivered" },
      entry: { at: now, request: null, status: null, answer: null, failure: NOTHING_LEFT, durationMs: 0 },
    };
  const posted = await guardedPost(webhook.url, {
    body,
    allowHosts: env().fetchAllowHosts,
    headers: {
      "content-type": "application/json",
      "user-agent": `Obelus (+${env().publicUrl})`,
      ...signWebhook({ id: event.id, at: now, body }, secretsOf(webhook, now)),
    },
  });
  const { durationMs } = posted;
  const request = body.slice(0, LOGGED.request);
  if (posted.kind === "failed")
    return {
      outcome: attemptOutcome(null),
      entry: { at: now, request, status: null, answer: null, failure: posted.message, durationMs },
    };
  const { status } = posted;
  const outcome = attemptOutcome(status, posted.retryAfter);
  const answer = storable(posted.answer).slice(0, LOGGED.answer);
  return {
    outcome,
    entry: { at: now, request, status, answer, failure: failureOf(outcome, status), durationMs },
  };
}

const NOTHING_LEFT = "Nothing was sent: what the event is about no longer exists.";

function secretsOf(
  { id, secret, formerSecret, formerSecretUntil }: OpenDelivery["webhook"],
  now: Date,
): string[] {
  const isValid = formerSecret !== null && formerSecretUntil !== null && formerSecretUntil > now;
  return [secret, ...(isValid ? [formerSecret] : [])].map((each) => unseal(WEBHOOK_SECRET, id, each));
}

function failureOf(outcome: AttemptOutcome, status: number): string | null {
  if (outcome.kind === "delivered") return null;
  if (outcome.kind === "gone") return "The receiver says that it is gone (410).";
  if (status >= 300 && status < 400)
    return `The receiver redirects (${status}). Redirects are not followed: enter the final address.`;
  return `The receiver answered with status ${status}.`;
}

/** Text as Postgres can store it. */
const storable = (text: string) => text.replaceAll("\0", "\ufffd");
