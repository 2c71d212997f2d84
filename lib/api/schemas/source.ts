import { z } from "zod";
import { LINK_STATES, SOURCE_KINDS } from "@/lib/sources/source";
import { DETAIL_FIELDS, type DetailField } from "@/lib/sources/source-details";
import { dateInput, id, instant, textInput } from "./common";

const names = z.array(z.string());

const detailFields = {
  containerTitle: z
    .string()
    .nullable()
    .meta({ description: "The journal, newspaper, book or proceedings, where it isn't the publisher." }),
  volume: z.string().nullable(),
  issue: z.string().nullable(),
  pages: z
    .string()
    .nullable()
    .meta({ examples: ["12-34"] }),
  editors: names.meta({ description: "Like `authors`." }),
  translators: names,
  edition: z.string().nullable(),
  number: z.string().nullable().meta({ description: "Of a report, law, standard or patent." }),
  publisherPlace: z.string().nullable(),
  eventTitle: z.string().nullable().meta({ description: "The conference, hearing or event." }),
  isbn: z.string().nullable(),
  issn: z.string().nullable(),
} satisfies Record<DetailField, z.ZodType>;

const details = z.object(detailFields).meta({
  id: "SourceDetails",
  description: "Further fields for a full citation.",
});

const csl = z.record(z.string(), z.unknown()).nullable().meta({
  description:
    "The CSL-JSON item that the source was imported from, as it was written. Exports use it for every field that has not been changed since.",
});

const fields = {
  id,
  url: z.string().nullable(),
  doi: z.string().nullable(),
  title: z.string(),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  details,
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
    csl,
    snapshots: z.array(snapshotSchema),
    uses: z.array(z.object({ claimId: id, articleId: id, statement: z.string(), stance: z.string() })),
  })
  .meta({ id: "WholeSource" });

export const detailsInput = z
  .object({
    ...(Object.fromEntries(DETAIL_FIELDS.map((field) => [field, textInput])) as Record<
      Exclude<DetailField, "editors" | "translators">,
      typeof textInput
    >),
    editors: names.nullish(),
    translators: names.nullish(),
  })
  .optional()
  .meta({ description: "Missing details stay unchanged; null removes one." });

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
  details: detailsInput,
  csl: csl.optional(),
};

/** Only for new sources. */
const creationInputs = {
  ...fieldInputs,
  allowSameTitle: z
    .boolean()
    .optional()
    .meta({ description: "Adds the source even if the library has one with the same title." }),
};

export const createSourceSchema = z
  .union([
    z.object({ title: z.string(), url: textInput, ...creationInputs }),
    z.object({
      url: z.string().meta({ description: "Without a title, the page is fetched for its metadata." }),
      ...creationInputs,
    }),
  ])
  .meta({ id: "CreateSource" });

export const updateSourceSchema = z
  .object({ title: z.string().optional(), url: textInput, ...fieldInputs })
  .meta({ id: "UpdateSource", description: "Missing fields stay unchanged; null removes a value." });

export const mergeSourcesSchema = z
  .object({ sourceId: id.meta({ description: "The other source, which is no longer there afterwards." }) })
  .meta({ id: "MergeSources" });
