import { z } from "zod";
import { CORRECTION_KINDS } from "@/lib/reports/report";
import { id, instant, person } from "./common";

const corrections = z
  .array(z.object({ claimId: z.string(), kind: z.enum(CORRECTION_KINDS).optional(), note: z.string() }))
  .default([])
  .meta({
    description: "A public note for each claim that readers have seen and that has changed.",
  });

export const publishSchema = z.object({ corrections }).meta({ id: "Publish" });

export const schedulePublicationSchema = z
  .object({
    at: z.string().meta({
      description: "A later instant with its time zone, at most a year ahead.",
      examples: ["2026-12-01T06:00:00Z"],
    }),
    corrections,
  })
  .meta({ id: "SchedulePublication" });

export const scheduleSchema = z
  .object({
    articleId: id,
    at: instant,
    corrections: z.array(z.object({ claimId: id, kind: z.enum(CORRECTION_KINDS), note: z.string() })),
    scheduledBy: person,
    failure: z.string().nullable().meta({
      description: "Why it could not be published when it was due, for people; null before that.",
    }),
  })
  .meta({ id: "Schedule" });

export const unpublishSchema = z
  .object({
    reason: z.string().meta({ description: "Readers see it instead of the fact-check." }),
  })
  .meta({ id: "Unpublish" });

export const listedPublicationSchema = z
  .object({
    id,
    number: z.int(),
    publishedAt: instant,
    current: z.boolean().meta({ description: "Whether it is what readers see now." }),
    url: z.url().nullable().meta({ description: "Where readers see it; null unless it is the current one." }),
  })
  .meta({ id: "ListedPublication" });

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
