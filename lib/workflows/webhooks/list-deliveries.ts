import { z } from "zod";
import { findWebhook, listDeliveries as listRows } from "@/lib/db/webhooks";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { Webhook, WebhookDelivery } from "@/lib/webhooks/webhook";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** The most deliveries on a page: each has up to 16,000 characters of its requests. */
export const DELIVERIES_PER_PAGE = 25;

const inputSchema = z.object({
  webhookId: z.string(),
  cursor: z.string().optional(),
  limit: z.int().min(1).max(DELIVERIES_PER_PAGE).default(DELIVERIES_PER_PAGE),
});

/** A webhook with a page of its deliveries, the newest first. */
export async function listDeliveries(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<{ webhook: Webhook; deliveries: WebhookDelivery[]; nextCursor: string | null }, Failure>> {
  const allowed = asResult(can(actor, "list", "webhook"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { webhookId, cursor, limit } = parsed.value;
  const webhook = await findWebhook(webhookId);
  if (!webhook) return notFound("webhook");
  const { items, nextCursor } = await listRows(webhook.id, { cursor, limit });
  return ok({ webhook, deliveries: items, nextCursor });
}
