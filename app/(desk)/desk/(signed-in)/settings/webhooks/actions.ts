"use server";

import type { WebhookContent } from "@/components/webhooks/webhook-fields";
import type { AddedWebhook } from "@/components/webhooks/webhook-form";
import { asActor } from "@/lib/auth/as-actor";
import { asActorOnce } from "@/lib/auth/as-actor-once";
import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { redeliver, testWebhook } from "@/lib/webhook-delivery/send-now";
import type { WebhookAttempt } from "@/lib/webhooks/webhook";
import {
  type AddWebhookInput,
  addWebhook,
  type ChangeWebhookInput,
  changeWebhook,
  changeWebhookState,
  deleteWebhook,
  rotateWebhookSecret,
} from "@/lib/workflows/webhooks/manage-webhooks";

type Attempted = Pick<WebhookAttempt, "status" | "failure" | "durationMs">;

export async function addWebhookAction(
  input: AddWebhookInput,
  key: string,
): Promise<Result<AddedWebhook, Failure>> {
  return asActorOnce<AddedWebhook>(
    key,
    async (actor) => {
      const added = await addWebhook(actor, input);
      return added.ok ? ok({ id: added.value.webhook.id, secret: added.value.secret }) : added;
    },
    { action: "webhook", forRepeats: ({ id }) => ({ id, secret: null }) },
  );
}

export async function rotateWebhookSecretAction(
  input: { webhookId: string },
  key: string,
): Promise<Result<{ secret: string | null }, Failure>> {
  return asActorOnce<{ secret: string | null }>(key, (actor) => rotateWebhookSecret(actor, input), {
    action: "webhook-secret",
    forRepeats: () => ({ secret: null }),
  });
}

export async function changeWebhookAction(
  input: ChangeWebhookInput,
): Promise<Result<WebhookContent, Failure>> {
  return asActor(async (actor) => {
    const changed = await changeWebhook(actor, input);
    return changed.ok ? ok({ url: changed.value.url, kinds: [...changed.value.kinds] }) : changed;
  });
}

export async function setWebhookStateAction(input: {
  webhookId: string;
  state: "active" | "paused";
}): Promise<Result<null, Failure>> {
  return asActor(async (actor) => {
    const changed = await changeWebhookState(actor, input);
    return changed.ok ? ok(null) : changed;
  });
}

export async function deleteWebhookAction(input: { webhookId: string }): Promise<Result<null, Failure>> {
  return asActor((actor) => deleteWebhook(actor, input));
}

export async function testWebhookAction(input: { webhookId: string }): Promise<Result<Attempted, Failure>> {
  return asActor((actor) => testWebhook(actor, input));
}

export async function redeliverAction(input: { deliveryId: string }): Promise<Result<Attempted, Failure>> {
  return asActor((actor) => redeliver(actor, input));
}
