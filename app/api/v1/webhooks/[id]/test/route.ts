import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/webhooks";
import { presentAttemptOutcome } from "@/lib/api/presenters/desk/present-webhook";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { testWebhook } from "@/lib/webhook-delivery/send-now";

const test = endpoint(operations.testWebhook, async ({ actor, params }) => {
  const attempted = await testWebhook(actor, { webhookId: params.id ?? "" });
  return attempted.ok ? ok({ body: presentAttemptOutcome(attempted.value) }) : attempted;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(test);
