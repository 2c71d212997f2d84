import { z } from "zod";
import { ARTICLE_PURPOSES } from "@/lib/claims/article-purpose";
import { AUTHOR_DECISIONS } from "@/lib/claims/outcome";
import { LINK_DAYS } from "@/lib/workflows/manuscripts/author-links";
import { id, instant, person } from "../common";

export const purposeSchema = z.object({ purpose: z.enum(ARTICLE_PURPOSES) }).meta({ id: "Purpose" });

const authorName = z.string().meta({ description: "The author's name, as the desk entered it." });

export const authorLinkSchema = z
  .object({
    id,
    name: authorName,
    open: z.boolean().meta({ description: "Whether it works: it has not expired and was not revoked." }),
    createdBy: person,
    createdAt: instant,
    expiresAt: instant,
    revokedAt: instant.nullable(),
  })
  .meta({ id: "AuthorLink", description: "A link with which the author of a manuscript answers queries." });

export const createdAuthorLinkSchema = z
  .object({
    id,
    name: authorName,
    expiresAt: instant,
    link: z.url().meta({ description: "For the author only. It is shown once." }),
  })
  .meta({ id: "CreatedAuthorLink" });

export const createAuthorLinkSchema = z
  .object({
    name: z.string().meta({ description: "The author's name, up to 200 characters." }),
    days: z.literal(LINK_DAYS).meta({ description: "How long the link works." }),
  })
  .meta({ id: "CreateAuthorLink" });

const asked = {
  outcomeId: id.meta({ description: "The outcome that it is about. A new outcome asks again." }),
  claimId: id,
  claimNumber: z.int(),
  passage: z.string(),
  start: z.int().meta({ description: "UTF-16 offset into the current text." }),
  end: z.int().meta({ description: "Exclusive." }),
  answers: z
    .array(
      z.object({
        decision: z.enum(AUTHOR_DECISIONS),
        text: z.string().meta({ description: "Can be empty with agree." }),
        by: authorName,
        at: instant,
      }),
    )
    .meta({ description: "Oldest first." }),
};

export const authorQuestionSchema = z
  .union([
    z.object({ ...asked, kind: z.literal("query"), question: z.string() }),
    z.object({
      ...asked,
      kind: z.literal("change"),
      wording: z.string().meta({ description: "The suggested wording of the passage." }),
    }),
  ])
  .meta({ id: "AuthorQuestion", description: "What the author is asked about a passage." });

export const acceptWordingsSchema = z
  .object({
    claims: z
      .array(
        z.object({
          claimId: id,
          revision: z.int().meta({ description: "The revision whose suggested wording you read." }),
        }),
      )
      .min(1)
      .max(200),
    versionId: id.optional().meta({
      description: "The version that you read; the current one by default.",
    }),
  })
  .meta({ id: "AcceptWordings" });

export const checkBoxSchema = z
  .object({
    box: z
      .object({ html: z.string(), markdown: z.string() })
      .nullable()
      .meta({ description: "The box in two forms; null until every claim stands and is signed off." }),
    open: z.int().meta({ description: "Number of claims that are not signed off yet." }),
  })
  .meta({ id: "CheckBox", description: "The “how we checked” box of a manuscript." });
