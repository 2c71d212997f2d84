import { z } from "zod";
import { inTransaction } from "@/lib/db/transaction";
import {
  findOpenDelivery,
  findWebhook,
  insertAttempt,
  insertWebhookTest,
  type OpenDelivery,
  saveAfterAttempt,
} from "@/lib/db/webhooks";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { afterAttempt } from "@/lib/webhooks/after-attempt";
import type { WebhookAttempt } from "@/lib/webhooks/webhook";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { attemptDelivery } from "./attempt-delivery";

type Attempted = Pick<WebhookAttempt, "status" | "failure" | "durationMs">;

const testInput = z.object({ webhookId: z.string() });

/** Sends a test to a webhook, also to one that is paused, and waits for the answer: 10 seconds at most. */
export async function testWebhook(
  actor: Actor,
  input: z.input<typeof testInput>,
): Promise<Result<Attempted, Failure>> {
  const allowed = asResult(can(actor, "change", "webhook"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(testInput, input);
  if (!parsed.ok) return parsed;
  const made = await inTransaction(async (tx) => {
    const webhook = await findWebhook(parsed.value.webhookId, tx);
    return webhook ? ok(await insertWebhookTest(tx, webhook.id, new Date())) : notFound("webhook");
  });
  return made.ok ? redeliver(actor, { deliveryId: made.value }) : made;
}

const redeliverInput = z.object({ deliveryId: z.string() });

/** Sends a delivery again, whatever became of it before, and waits for the answer. A failure changes nothing of its schedule. */
export async function redeliver(
  actor: Actor,
  input: z.input<typeof redeliverInput>,
): Promise<Result<Attempted, Failure>> {
  const allowed = asResult(can(actor, "change", "webhook"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(redeliverInput, input);
  if (!parsed.ok) return parsed;
  const delivery = await findOpenDelivery(parsed.value.deliveryId);
  if (!delivery) return notFound("delivery");
  return send(delivery);
}

async function send(delivery: OpenDelivery): Promise<Result<Attempted, Failure>> {
  const { outcome, entry } = await attemptDelivery(delivery, new Date());
  return inTransaction(async (tx) => {
    if (!(await insertAttempt(tx, delivery.id, entry))) return notFound("delivery");
    if (outcome.kind === "delivered") {
      const { refusals, webhook } = delivery;
      const before = { refusals, failures: webhook.failures, failingSince: webhook.failingSince };
      await saveAfterAttempt(tx, delivery, afterAttempt(outcome, before, entry.at, 0));
    }
    const { status, failure, durationMs } = entry;
    return ok({ status, failure, durationMs });
  });
}
