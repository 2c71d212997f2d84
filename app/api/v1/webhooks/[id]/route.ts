import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/webhooks";
import { presentWebhook } from "@/lib/api/presenters/desk/present-webhook";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { notFound } from "@/lib/workflows/refusals";
import { changeWebhookState, deleteWebhook, listWebhooks } from "@/lib/workflows/webhooks/manage-webhooks";

const get = endpoint(operations.getWebhook, async ({ actor, params }) => {
  const webhooks = await listWebhooks(actor);
  if (!webhooks.ok) return webhooks;
  const webhook = webhooks.value.find(({ id }) => id === params.id);
  return webhook ? ok({ body: presentWebhook(webhook) }) : notFound("webhook");
});

const update = endpoint(operations.updateWebhook, async ({ actor, params, body }) => {
  const changed = await changeWebhookState(actor, { webhookId: params.id ?? "", state: body.state });
  return changed.ok ? ok({ body: presentWebhook(changed.value) }) : changed;
});

const remove = endpoint(operations.deleteWebhook, async ({ actor, params }) => {
  const deleted = await deleteWebhook(actor, { webhookId: params.id ?? "" });
  return deleted.ok ? ok({ body: undefined }) : deleted;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update, remove);
