import { z } from "zod";
import { DELIVERIES_PER_PAGE } from "@/lib/workflows/webhooks/list-deliveries";
import { operation } from "../../operation";
import { pageQuery } from "../../page";
import {
  addWebhookSchema,
  attemptOutcomeSchema,
  deliveryPageSchema,
  updateWebhookSchema,
  webhookAddedSchema,
  webhookListSchema,
  webhookSchema,
  webhookSecretSchema,
} from "../../schemas/desk/webhook";
import { SMALL_BODY } from "../small-body";

const NO_FIELDS = { schema: z.object({}).meta({ id: "NoFields" }), limit: 1024, mayBeEmpty: true };

export const listWebhooks = operation({
  id: "listWebhooks",
  method: "GET",
  path: "/webhooks",
  summary: "List the webhooks",
  description: "For administrators. There are at most 20.",
  scope: "webhooks",
  answer: { status: 200, description: "All webhooks, the oldest first", schema: webhookListSchema },
  problems: ["forbidden"],
});

export const addWebhook = operation({
  id: "addWebhook",
  method: "POST",
  path: "/webhooks",
  summary: "Add a webhook",
  description:
    "For administrators. The answer contains the secret that signs what is sent; it can't be read again.",
  scope: "webhooks",
  body: { schema: addWebhookSchema, limit: SMALL_BODY },
  answer: {
    status: 201,
    description: "The webhook with its secret",
    schema: webhookAddedSchema,
    tagged: true,
    located: true,
  },
  isConfidential: true,
});

export const deleteWebhook = operation({
  id: "deleteWebhook",
  method: "DELETE",
  path: "/webhooks/{id}",
  summary: "Delete a webhook",
  description: "For administrators. Nothing more is sent to it.",
  scope: "webhooks",
  answer: { status: 204, description: "Deleted" },
});

export const getWebhook = operation({
  id: "getWebhook",
  method: "GET",
  path: "/webhooks/{id}",
  summary: "Read a webhook",
  description: "For administrators.",
  scope: "webhooks",
  answer: { status: 200, description: "The webhook", schema: webhookSchema, tagged: true },
});

export const updateWebhook = operation({
  id: "updateWebhook",
  method: "PATCH",
  path: "/webhooks/{id}",
  summary: "Change the address of a webhook and what is sent to it, or pause or resume it",
  description:
    "For administrators. The secret stays. `active` also resumes one that was disabled, and sends what waits.",
  scope: "webhooks",
  body: { schema: updateWebhookSchema, limit: SMALL_BODY },
  edits: true,
  answer: { status: 200, description: "The webhook", schema: webhookSchema, tagged: true },
});

export const rotateWebhookSecret = operation({
  id: "rotateWebhookSecret",
  method: "POST",
  path: "/webhooks/{id}/secret",
  summary: "Create a new secret for a webhook",
  description: "For administrators. The former one signs as well for a day.",
  scope: "webhooks",
  body: NO_FIELDS,
  answer: { status: 201, description: "The new secret", schema: webhookSecretSchema },
  isConfidential: true,
});

export const testWebhook = operation({
  id: "testWebhook",
  method: "POST",
  path: "/webhooks/{id}/test",
  summary: "Send a test to a webhook, also to one that is paused",
  description: "For administrators. It waits for the answer, 10 seconds at most.",
  scope: "webhooks",
  body: NO_FIELDS,
  answer: { status: 200, description: "What became of it", schema: attemptOutcomeSchema },
});

export const listDeliveries = operation({
  id: "listDeliveries",
  method: "GET",
  path: "/webhooks/{id}/deliveries",
  summary: "List what was sent to a webhook in the last 30 days, newest first",
  description: "For administrators.",
  scope: "webhooks",
  query: pageQuery.extend({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(DELIVERIES_PER_PAGE)
      .default(DELIVERIES_PER_PAGE)
      .meta({ description: `Number of items, 1 to ${DELIVERIES_PER_PAGE}.` }),
  }),
  answer: { status: 200, description: "A page of deliveries", schema: deliveryPageSchema },
});

export const redeliver = operation({
  id: "redeliver",
  method: "POST",
  path: "/webhook-deliveries/{id}/attempts",
  summary: "Send something to a webhook again, whatever became of it before",
  description: "For administrators. It waits for the answer, 10 seconds at most.",
  scope: "webhooks",
  body: NO_FIELDS,
  answer: { status: 200, description: "What became of it", schema: attemptOutcomeSchema },
});
