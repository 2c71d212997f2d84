import { z } from "zod";
import { TEST_KIND, WEBHOOK_KINDS } from "@/lib/webhooks/webhook-kind";
import { feedOf } from "../../page";
import { claimSchema } from "../claim";
import { id, instant, person } from "../common";
import { publicationSchema } from "../publication";

const kinds = z.array(z.enum(WEBHOOK_KINDS));

const webhook = {
  id,
  url: z.url(),
  kinds: kinds.meta({ description: "What is sent to it." }),
  state: z.enum(["active", "paused", "disabled"]).meta({
    description: "Disabled: it failed for about a day. Setting it to active resumes it.",
  }),
  failingSince: instant.nullable().meta({ description: "Null if the last delivery succeeded." }),
  retryAt: instant
    .nullable()
    .meta({ description: "Nothing is sent before this; null if nothing waits for it." }),
  waiting: z.int().meta({ description: "Events that wait to be sent; 1,001 means more than 1,000." }),
  formerSecretUntil: instant
    .nullable()
    .meta({ description: "Until when the secret before the last one signs as well; null without one." }),
  createdBy: person,
  createdAt: instant,
};

export const webhookSchema = z.object(webhook).meta({ id: "Webhook" });

export const webhookListSchema = z.object({ items: z.array(webhookSchema) }).meta({ id: "WebhookList" });

export const webhookAddedSchema = z
  .object({
    ...webhook,
    secret: z.string().meta({ description: "whsec_…, to check signatures with. It is shown once." }),
  })
  .meta({ id: "WebhookAdded" });

export const addWebhookSchema = z
  .object({
    url: z.string().meta({ description: "An https address.", examples: ["https://example.org/obelus"] }),
    kinds,
  })
  .meta({ id: "AddWebhook" });

export const updateWebhookSchema = z
  .union([
    z.strictObject({
      url: z.string().optional().meta({ description: "Where events are sent from now on." }),
      kinds: kinds.optional().meta({ description: "What is sent from now on." }),
    }),
    z.strictObject({ state: z.enum(["active", "paused"]) }),
  ])
  .meta({
    id: "UpdateWebhook",
    description:
      "Its address and what is sent, or whether it is paused: one at a time. What is missing stays as it is.",
  });

export const webhookSecretSchema = z
  .object({
    secret: z.string().meta({ description: "whsec_…, to check signatures with. It is shown once." }),
  })
  .meta({ id: "WebhookSecret" });

const outcome = {
  status: z.int().nullable().meta({ description: "HTTP status; null without an answer." }),
  failure: z.string().nullable().meta({ description: "Why it failed; null if it did not." }),
  durationMs: z.int(),
};

export const attemptOutcomeSchema = z.object(outcome).meta({ id: "WebhookAttemptOutcome" });

export const deliverySchema = z
  .object({
    id,
    webhookId: z.string().meta({ description: "The `webhook-id` of every attempt." }),
    kind: z.enum([...WEBHOOK_KINDS, TEST_KIND]),
    at: instant.meta({ description: "When it happened." }),
    state: z.enum(["pending", "delivered", "failed"]),
    nextAt: instant.nullable().meta({ description: "When it is sent next; null if it is not pending." }),
    attempts: z
      .array(
        z.object({
          id,
          at: instant,
          request: z.string().nullable().meta({
            description: "The start of the body; null once something of its article was redacted.",
          }),
          answer: z.string().nullable().meta({ description: "The start of the answer." }),
          ...outcome,
        }),
      )
      .meta({ description: "The last ones, the newest first." }),
  })
  .meta({ id: "WebhookDelivery" });

export const deliveryPageSchema = feedOf("WebhookDeliveryPage", deliverySchema);

const unpublication = z
  .object({
    articleId: id,
    slug: z.string(),
    url: z.url(),
    reason: z.string().nullable().meta({
      description: "The note that readers see; null if the article was published again meanwhile.",
    }),
    unpublishedAt: instant.nullable(),
  })
  .meta({ id: "UnpublishedArticle" });

/** What the data of each kind of event is. */
export const webhookDataSchemas = {
  "claim.created": claimSchema,
  "claim.changed": claimSchema,
  "claim.submitted": claimSchema,
  "claim.approved": claimSchema,
  "claim.returned": claimSchema,
  "claim.deleted": z.object({ id, articleId: id, number: z.int() }).meta({ id: "DeletedClaim" }),
  "publication.published": publicationSchema,
  "publication.corrected": publicationSchema,
  "publication.unpublished": unpublication,
  "publication.redacted": publicationSchema,
  [TEST_KIND]: z.object({ message: z.string() }).meta({ id: "WebhookTest" }),
} as const;

/** The body of a request to a webhook, by the kind of event. */
export function webhookBodySchema(kind: keyof typeof webhookDataSchemas) {
  return z.object({
    type: z.literal(kind),
    timestamp: instant.meta({ description: "When it happened." }),
    data: webhookDataSchemas[kind].meta({ description: "As it is when it is sent." }),
  });
}
