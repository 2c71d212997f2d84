import type { z } from "zod";
import type { Webhook, WebhookAttempt, WebhookDelivery } from "@/lib/webhooks/webhook";
import type { attemptOutcomeSchema, deliverySchema, webhookSchema } from "../../schemas/desk/webhook";
import { stateRevision } from "../../state-revision";

export function presentWebhook(webhook: Webhook): z.output<typeof webhookSchema> {
  const { id, url, kinds, state, failingSince, retryAt, waiting, formerSecretUntil } = webhook;
  const { createdBy, createdAt } = webhook;
  return {
    id,
    url,
    kinds: [...kinds],
    state,
    failingSince,
    retryAt,
    waiting,
    formerSecretUntil,
    createdBy: { id: createdBy.id, name: createdBy.name },
    createdAt,
  };
}

/** The revision of what an edit can change. */
export const webhookRevision = ({ url, kinds, state }: Webhook) => ({
  revision: stateRevision({ url, kinds, state }),
});

export function presentAttemptOutcome({
  status,
  failure,
  durationMs,
}: Pick<WebhookAttempt, "status" | "failure" | "durationMs">): z.output<typeof attemptOutcomeSchema> {
  return { status, failure, durationMs };
}

export function presentDelivery(delivery: WebhookDelivery): z.output<typeof deliverySchema> {
  const { id, eventId, kind, at, state, nextAt, attempts } = delivery;
  return {
    id,
    webhookId: eventId,
    kind,
    at,
    state,
    nextAt,
    attempts: attempts.map((attempt) => ({
      id: attempt.id,
      at: attempt.at,
      request: attempt.request,
      answer: attempt.answer,
      ...presentAttemptOutcome(attempt),
    })),
  };
}
