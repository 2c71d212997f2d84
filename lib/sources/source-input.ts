import { z } from "zod";
import { looseDate, optional, required, text } from "@/lib/input-fields";
import { cslData } from "./csl-data";
import { doiIn } from "./doi";
import { normaliseUrl } from "./normalise-url";
import { SOURCE_KINDS } from "./source";
import { NO_DETAILS, sourceDetails } from "./source-details";

/** Limits in UTF-16 units; of `authors`, in number. */
export const SOURCE_LIMITS = { title: 500, name: 300, url: 2048, authors: 50 } as const;

/** An http or https URL; absent, null and blank mean none. */
export const webAddress = optional("The address", SOURCE_LIMITS.url).superRefine((value, context) => {
  if (value === null) return;
  const key = normaliseUrl(value);
  if (!key.ok) context.addIssue({ code: "custom", message: key.error.message });
});

/** The fields of a source, as entered. */
export const sourceFields = z.object({
  url: webAddress,
  doi: optional("The DOI", SOURCE_LIMITS.name).transform((value, context) => {
    if (value === null) return null;
    const doi = doiIn(value);
    if (doi === null)
      context.addIssue({
        code: "custom",
        message: "This is not a DOI. A DOI begins with 10. and contains a slash, such as 10.1000/182.",
      });
    return doi;
  }),
  title: required("The title", SOURCE_LIMITS.title, "Enter a title."),
  authors: z
    .array(text("An author", SOURCE_LIMITS.name))
    .max(SOURCE_LIMITS.authors, `A source can have at most ${SOURCE_LIMITS.authors} authors. Remove some.`)
    .default([])
    .transform((names) => names.filter(Boolean)),
  publisher: optional("The publisher", SOURCE_LIMITS.name),
  publishedOn: looseDate,
  language: optional("The language", 35),
  kind: z.enum(SOURCE_KINDS, "Choose a kind of source."),
  primary: z.boolean().default(false),
  confidential: z.boolean().default(false),
  publicDescription: optional("The description for readers", SOURCE_LIMITS.name),
  archiveUrl: webAddress,
  details: sourceDetails.nullish().transform((value) => value ?? NO_DETAILS),
  /** The CSL-JSON item that the source was imported from: it holds the fields that have no field here. Missing keeps what is stored. */
  csl: cslData,
});

export type SourceFieldsInput = z.input<typeof sourceFields>;
