import { z } from "zod";
import { LINK_STATES, SOURCE_KINDS } from "@/lib/sources/source";
import { givenDate, givenText, id, instant } from "./common";

const fields = {
  id,
  url: z.string().nullable(),
  doi: z.string().nullable(),
  title: z.string(),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  publishedAt: z.string().nullable().meta({ description: "A day, a month or a year." }),
  language: z.string().nullable(),
  kind: z.enum(SOURCE_KINDS),
  primary: z.boolean(),
  confidential: z.boolean().meta({ description: "Described, not named, in anything public." }),
  publicDescription: z
    .string()
    .nullable()
    .meta({ description: "What readers are told of a confidential source, in words that name nobody." }),
  archiveUrl: z.string().nullable(),
  keptAt: instant.nullable().meta({ description: "When a copy of it was kept last." }),
  linkState: z.enum(LINK_STATES).meta({ description: "Whether it still answers at its address." }),
};

/** A source as evidence names it. */
export const citedSourceSchema = z.object(fields).meta({ id: "CitedSource" });

const record = z.object({ ...fields, revision: z.int() });
export const sourceSchema = record.meta({ id: "Source" });

export const snapshotSchema = z
  .object({
    id,
    url: z.string().meta({ description: "Where it was found, after redirects." }),
    takenAt: instant,
    title: z.string().nullable(),
    mediaType: z.string(),
    bodyHash: z.string().meta({ description: "SHA-256 of what was sent, in hexadecimal." }),
  })
  .meta({ id: "Snapshot" });

export const wholeSourceSchema = record
  .extend({
    snapshots: z.array(snapshotSchema),
    uses: z.array(z.object({ claimId: id, articleId: id, statement: z.string(), stance: z.string() })),
  })
  .meta({ id: "WholeSource" });

const given = {
  doi: givenText,
  authors: z.array(z.string()).optional(),
  publisher: givenText,
  publishedAt: givenDate,
  language: givenText,
  kind: z.enum(SOURCE_KINDS).optional(),
  primary: z.boolean().optional(),
  confidential: z.boolean().optional(),
  publicDescription: givenText,
  archiveUrl: givenText,
};

export const createSourceSchema = z
  .union([
    z.object({ title: z.string(), url: givenText, ...given }),
    z.object({
      url: z.string().meta({ description: "Without a title, the page is asked for what it says of itself." }),
      ...given,
    }),
  ])
  .meta({ id: "CreateSource" });

export const updateSourceSchema = z
  .object({ title: z.string().optional(), url: givenText, ...given })
  .meta({ id: "UpdateSource", description: "What is left out stays; null takes away." });
