import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/webhooks";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { deleteWebhook } from "@/lib/workflows/webhooks/manage-webhooks";

const remove = endpoint(operations.deleteWebhook, async ({ actor, params }) => {
  const deleted = await deleteWebhook(actor, { webhookId: params.id ?? "" });
  return deleted.ok ? ok({ body: undefined }) : deleted;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(remove);
