import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/webhooks";
import { presentWebhook } from "@/lib/api/presenters/desk/present-webhook";
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
  return ok({ body: { ...presentWebhook(webhook), secret } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list, add);
