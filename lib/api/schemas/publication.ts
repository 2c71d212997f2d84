import { z } from "zod";
import { CORRECTION_KINDS } from "@/lib/reports/report";
import { id, instant, person } from "./common";

export const publishSchema = z
  .object({
    corrections: z
      .array(z.object({ claimId: z.string(), kind: z.enum(CORRECTION_KINDS).optional(), note: z.string() }))
      .default([])
      .meta({
        description: "A public note for each claim that readers have seen and that has changed.",
      }),
  })
  .meta({ id: "Publish" });

export const publicationSchema = z
  .object({ id, number: z.int(), articleId: id, slug: z.string(), url: z.url() })
  .meta({ id: "Publication" });

export const publicationJobSchema = z
  .object({
    id,
    articleId: id,
    state: z.enum(["preparing", "published", "failed"]),
    progress: z
      .object({ format: z.string(), position: z.int(), total: z.int() })
      .nullable()
      .meta({ description: "What is being made: 1 of 4, and so on. Null before the first one." }),
    failure: z.string().nullable().meta({ description: "Why it failed, for people; null unless it did." }),
    publication: publicationSchema.nullable().meta({ description: "Null until it is published." }),
    requestedBy: person,
    requestedAt: instant,
  })
  .meta({ id: "PublishJob" });
