import { appendAuditEvent } from "@/lib/db/audit-events";
import { enqueueJob } from "@/lib/db/job-queue";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { listUsers } from "@/lib/db/users";
import {
  insertAttempt,
  listDueWebhooks,
  type OpenDelivery,
  saveAfterAttempt,
  takeDelivery,
} from "@/lib/db/webhooks";
import { env } from "@/lib/env";
import { mailContent } from "@/lib/mail/mail-content";
import { sendMail } from "@/lib/mail/send-mail";
import { ok } from "@/lib/result";
import { type AttemptOutcome, afterAttempt } from "@/lib/webhooks/after-attempt";
import { words } from "@/lib/words/words";
import { notify } from "@/lib/workflows/notifications/notify";
import { attemptDelivery } from "./attempt-delivery";

/** For how long a job sends to one webhook before it queues again, behind those of other webhooks. */
const TURN_MS = 5_000;

/** Longer than an attempt takes: after that, a delivery of an instance that crashed is sent by another. */
const LEASE_MS = 60_000;

/** Queues a job for each webhook with something to send. */
export async function queueDueWebhooks(now: Date): Promise<void> {
  for (const webhookId of await listDueWebhooks(now)) await queueWebhook(webhookId);
}

function queueWebhook(webhookId: string): Promise<void> {
  return enqueueJob(undefined, "send-webhook", webhookId, { webhookId });
}

/**
 * Sends what waits for one webhook, one after the other, until its turn is over or it can't be reached. Jobs of different webhooks run at
 * the same time, so a slow receiver delays only itself.
 */
export async function sendWebhook(
  { webhookId }: { webhookId: string },
  clock: () => Date = () => new Date(),
): Promise<void> {
  const end = performance.now() + TURN_MS;
  while (performance.now() < end) {
    const now = clock();
    const delivery = await takeDelivery(webhookId, now, new Date(now.getTime() + LEASE_MS));
    if (!delivery) return;
    const { outcome, entry } = await attemptDelivery(delivery, now);
    await inTransaction(async (tx) => {
      if (!(await insertAttempt(tx, delivery.id, entry))) return ok(null);
      await note(tx, delivery, outcome, clock());
      return ok(null);
    });
    if (outcome.kind === "unreachable" || outcome.kind === "gone") return;
  }
  await queueWebhook(webhookId);
}

async function note(tx: Tx, delivery: OpenDelivery, outcome: AttemptOutcome, now: Date): Promise<void> {
  const { failures, failingSince } = delivery.webhook;
  const before = { refusals: delivery.refusals, failures, failingSince };
  if (!(await saveAfterAttempt(tx, delivery, afterAttempt(outcome, before, now, Math.random())))) return;
  const { host } = new URL(delivery.webhook.url);
  await appendAuditEvent(tx, {
    actorId: null,
    action: "webhook.disable",
    targetType: "webhook",
    targetId: delivery.webhook.id,
    to: { host },
  });
  const administrators = (await listUsers()).filter(
    ({ role, disabled }) => role === "administrator" && !disabled,
  );
  await notify(
    tx,
    { kind: "webhook-disabled", actorId: null, administratorIds: administrators.map(({ id }) => id) },
    {
      eventKey: `webhook-disabled:${delivery.webhook.id}:${now.toISOString()}`,
      articleId: null,
      claimId: null,
      commentId: null,
    },
  );
  const t = words("webhooks");
  for (const { email, name } of administrators)
    await sendMail(
      {
        to: email,
        ...mailContent({
          subject: t("mail.subject", { host }),
          paragraphs: [
            t("mail.greeting", { name }),
            t("mail.text", { host }),
            `${env().publicUrl}/desk/settings/webhooks/${delivery.webhook.id}`,
          ],
          language: "en",
        }),
      },
      tx,
    );
}
