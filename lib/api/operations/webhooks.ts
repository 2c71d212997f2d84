import { operation } from "../operation";
import { addWebhookSchema, webhookAddedSchema, webhookListSchema } from "../schemas/webhook";

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
  body: { schema: addWebhookSchema, limit: 64 * 1024 },
  answer: { status: 201, description: "The webhook with its secret", schema: webhookAddedSchema },
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
