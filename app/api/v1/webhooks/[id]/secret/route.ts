import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/webhooks";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { rotateWebhookSecret } from "@/lib/workflows/webhooks/manage-webhooks";

const rotate = endpoint(operations.rotateWebhookSecret, async ({ actor, params }) => {
  const rotated = await rotateWebhookSecret(actor, { webhookId: params.id ?? "" });
  return rotated.ok ? ok({ body: { secret: rotated.value.secret } }) : rotated;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(rotate);
