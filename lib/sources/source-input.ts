import { z } from "zod";
import { doiIn } from "./doi";
import { normaliseUrl } from "./normalise-url";
import { SOURCE_KINDS } from "./source";

const text = (name: string, most: number) =>
  z
    .string()
    .transform((value) => value.trim())
    .refine((value) => value.length <= most, {
      error: `${name} has more than ${most.toLocaleString("en")} characters. Shorten it.`,
    });

const optional = (name: string, most: number) =>
  text(name, most)
    .nullish()
    .transform((value) => value || null);

/** An http or https address; absent and blank mean: none. */
const address = optional("The address", 2048).superRefine((value, context) => {
  if (value === null) return;
  const key = normaliseUrl(value);
  if (!key.ok) context.addIssue({ code: "custom", message: key.error.message });
});

/** The fields of a source as people write them. */
export const sourceFields = z.object({
  url: address,
  doi: optional("The DOI", 300).transform((value, context) => {
    if (value === null) return null;
    const doi = doiIn(value);
    if (doi === null)
      context.addIssue({
        code: "custom",
        message: "This is no DOI. One begins with 10. and has a slash: 10.1000/182.",
      });
    return doi;
  }),
  title: text("The title", 500).refine((value) => value !== "", { error: "Give the source a title." }),
  authors: z
    .array(text("An author", 300))
    .max(50, "At most 50 authors fit.")
    .default([])
    .transform((names) => names.filter(Boolean)),
  publisher: optional("The publisher", 300),
  publishedOn: optional("The date", 10).refine(
    (value) => value === null || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value),
    {
      error: "Give the date as 2024, 2024-05 or 2024-05-17.",
    },
  ),
  language: optional("The language", 35),
  kind: z.enum(SOURCE_KINDS, "Choose a kind of source."),
  primary: z.boolean().default(false),
  confidential: z.boolean().default(false),
  archiveUrl: address,
});

export type SourceFieldsInput = z.input<typeof sourceFields>;
