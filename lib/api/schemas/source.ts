import { z } from "zod";
import { LINK_STATES, SOURCE_KINDS } from "@/lib/sources/source";
import { dateInput, id, instant, textInput } from "./common";

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
    .meta({ description: "What readers see of a confidential source; must not identify anyone." }),
  archiveUrl: z.string().nullable(),
  keptAt: instant.nullable().meta({ description: "When its page was last saved." }),
  linkState: z.enum(LINK_STATES).meta({ description: "Whether its address still answers." }),
};

/** A source as cited by evidence. */
export const citedSourceSchema = z.object(fields).meta({ id: "CitedSource" });

const record = z.object({ ...fields, revision: z.int() });
export const sourceSchema = record.meta({ id: "Source" });

export const snapshotSchema = z
  .object({
    id,
    url: z.string().meta({ description: "The final address, after redirects." }),
    takenAt: instant,
    title: z.string().nullable(),
    mediaType: z.string(),
    bodyHash: z.string().meta({ description: "SHA-256 of the saved bytes, in hexadecimal." }),
  })
  .meta({ id: "Snapshot" });

export const sourceDetailsSchema = record
  .extend({
    snapshots: z.array(snapshotSchema),
    uses: z.array(z.object({ claimId: id, articleId: id, statement: z.string(), stance: z.string() })),
  })
  .meta({ id: "WholeSource" });

const fieldInputs = {
  doi: textInput,
  authors: z.array(z.string()).optional(),
  publisher: textInput,
  publishedAt: dateInput,
  language: textInput,
  kind: z.enum(SOURCE_KINDS).optional(),
  primary: z.boolean().optional(),
  confidential: z.boolean().optional(),
  publicDescription: textInput,
  archiveUrl: textInput,
};

export const createSourceSchema = z
  .union([
    z.object({ title: z.string(), url: textInput, ...fieldInputs }),
    z.object({
      url: z.string().meta({ description: "Without a title, the page is fetched for its metadata." }),
      ...fieldInputs,
    }),
  ])
  .meta({ id: "CreateSource" });

export const updateSourceSchema = z
  .object({ title: z.string().optional(), url: textInput, ...fieldInputs })
  .meta({ id: "UpdateSource", description: "Missing fields stay unchanged; null removes a value." });
