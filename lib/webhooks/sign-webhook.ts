import { Webhook } from "standardwebhooks";

/**
 * The headers that identify a delivery and prove who sent it, by Standard Webhooks.
 * @param secrets `whsec_…`; each of them signs, the current one first
 */
export function signWebhook(
  { id, at, body }: { id: string; at: Date; body: string },
  secrets: readonly string[],
): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
  };
}
