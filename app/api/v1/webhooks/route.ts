import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/webhooks";
import { etagOf } from "@/lib/api/precondition";
import { presentWebhook, webhookRevision } from "@/lib/api/presenters/desk/present-webhook";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { addWebhook, listWebhooks } from "@/lib/workflows/webhooks/manage-webhooks";

const list = endpoint(operations.listWebhooks, async ({ actor }) => {
  const webhooks = await listWebhooks(actor);
  return webhooks.ok ? ok({ body: { items: webhooks.value.map(presentWebhook) } }) : webhooks;
});

const add = endpoint(operations.addWebhook, async ({ actor, body }) => {
  const added = await addWebhook(actor, body);
  if (!added.ok) return added;
  const { webhook, secret } = added.value;
  return ok({
    body: { ...presentWebhook(webhook), secret },
    headers: { etag: etagOf(webhookRevision(webhook)), location: `/api/v1/webhooks/${webhook.id}` },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, add);
