import { z } from "zod";
import { CLAIM_STATES } from "@/lib/claims/claim";
import { id, instant } from "./common";

export const foundClaimSchema = z
  .object({
    id,
    articleId: id,
    articleTitle: z.string(),
    number: z.int().meta({ description: "Stable within its article." }),
    statement: z.string(),
    state: z.enum(CLAIM_STATES),
    rating: z.string().nullable().meta({ description: "Null without a verdict." }),
    updatedAt: instant,
  })
  .meta({ id: "FoundClaim" });

export const foundClaimPageSchema = z
  .object({
    items: z.array(foundClaimSchema),
    nextCursor: z.string().nullable().meta({ description: "Null on the last page." }),
  })
  .meta({ id: "FoundClaimPage" });

export const suggestSchema = z
  .union([
    z.object({
      articleId: z.uuid().meta({ description: "Its current text; sentences with a claim are left out." }),
    }),
    z.object({
      text: z.string().max(200_000),
      language: z
        .string()
        .max(35)
        .optional()
        .meta({ description: "BCP 47; en by default.", examples: ["en"] }),
    }),
  ])
  .meta({ id: "Suggest" });

export const suggestionsSchema = z
  .object({
    versionId: id
      .nullable()
      .meta({ description: "The version that the offsets belong to; null for a text." }),
    complete: z.boolean().meta({ description: "False if only the first 200,000 characters were read." }),
    items: z.array(
      z.object({
        start: z.int().meta({ description: "UTF-16 offset into the text." }),
        end: z.int().meta({ description: "Exclusive." }),
        exact: z.string(),
        signs: z
          .array(z.enum(["number", "quote", "name", "comparison"]))
          .meta({ description: "Why it can be worth checking." }),
      }),
    ),
  })
  .meta({ id: "Suggestions" });
