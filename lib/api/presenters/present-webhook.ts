import type { z } from "zod";
import type { Webhook } from "@/lib/webhooks/webhook";
import type { webhookSchema } from "../schemas/webhook";

export function presentWebhook(webhook: Webhook): z.output<typeof webhookSchema> {
  const { id, url, kinds, state, failingSince, createdBy, createdAt } = webhook;
  return {
    id,
    url,
    kinds: [...kinds],
    state,
    failingSince,
    createdBy: { id: createdBy.id, name: createdBy.name },
    createdAt,
  };
}
