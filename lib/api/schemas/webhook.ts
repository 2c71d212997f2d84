import { z } from "zod";
import { TEST_KIND, WEBHOOK_KINDS } from "@/lib/webhooks/webhook-kind";
import { claimSchema } from "./claim";
import { id, instant, person } from "./common";
import { publicationSchema } from "./publication";

const kinds = z.array(z.enum(WEBHOOK_KINDS));

const webhook = {
  id,
  url: z.url(),
  kinds: kinds.meta({ description: "What is sent to it." }),
  state: z.enum(["active", "paused", "disabled"]).meta({
    description: "Disabled: it failed for about a day. An administrator can resume it on the desk.",
  }),
  failingSince: instant.nullable().meta({ description: "Null if the last delivery succeeded." }),
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
