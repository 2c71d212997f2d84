import { type Call, endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/webhooks";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentWebhook, webhookRevision } from "@/lib/api/presenters/desk/present-webhook";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import type { Webhook } from "@/lib/webhooks/webhook";
import { notFound } from "@/lib/workflows/refusals";
import {
  changeWebhook,
  changeWebhookState,
  deleteWebhook,
  listWebhooks,
} from "@/lib/workflows/webhooks/manage-webhooks";

async function find({ actor, params }: Pick<Call<unknown, unknown>, "actor" | "params">) {
  const webhooks = await listWebhooks(actor);
  if (!webhooks.ok) return webhooks;
  const webhook = webhooks.value.find(({ id }) => id === params.id);
  return webhook ? ok(webhook) : notFound("webhook");
}

const present = (webhook: Webhook) => ({
  body: presentWebhook(webhook),
  headers: { etag: etagOf(webhookRevision(webhook)) },
});

const get = endpoint(operations.getWebhook, async (call) => {
  const webhook = await find(call);
  return webhook.ok ? ok(present(webhook.value)) : webhook;
});

const update = endpoint(operations.updateWebhook, async (call) => {
  const { actor, body, precondition } = call;
  const found = await find(call);
  if (!found.ok) return found;
  const before = found.value;
  const met = checkPrecondition(precondition, webhookRevision(before), presentWebhook(before));
  if (!met.ok) return met;
  const webhookId = before.id;
  const from = { url: before.url, kinds: [...before.kinds] };
  const changed =
    "state" in body
      ? await changeWebhookState(actor, { webhookId, state: body.state })
      : await changeWebhook(actor, {
          webhookId,
          url: body.url ?? from.url,
          kinds: body.kinds ?? from.kinds,
          from,
        });
  return changed.ok ? ok(present(changed.value)) : changed;
});

const remove = endpoint(operations.deleteWebhook, async ({ actor, params }) => {
  const deleted = await deleteWebhook(actor, { webhookId: params.id ?? "" });
  return deleted.ok ? ok({ body: undefined }) : deleted;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update, remove);
