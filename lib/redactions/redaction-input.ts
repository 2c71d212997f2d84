import { z } from "zod";
import { operationId, optional, required } from "@/lib/input-fields";

/** What names a source, and can be redacted wherever it appears. */
export const SOURCE_WORDS = ["title", "authors", "publisher"] as const;
export type SourceWord = (typeof SOURCE_WORDS)[number];

const words = (name: string, max: number, missing: string) =>
  required(name, max, missing).refine(
    (value) => value === "" || /[\p{L}\p{N}]/u.test(value),
    `${name} has no letter or digit. Enter the words to redact.`,
  );

/** What an editor chooses. Sources are chosen where publications name them, so that a confirmed match is exact. */
export const redactionTargetInput = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("source"),
    at: z
      .array(z.object({ publication: z.int().positive(), source: z.int().positive() }))
      .min(1, "Choose the source to redact.")
      .max(2000),
    words: z.array(z.enum(SOURCE_WORDS)).default(["title", "authors"]),
  }),
  z.object({
    kind: z.literal("text"),
    text: words("The text", 500, "Enter the name or words to redact."),
    matchCase: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal("excerpt"),
    text: words("The excerpt", 20_000, "Choose the excerpt to redact."),
  }),
  z.object({
    kind: z.literal("attachment"),
    address: required("The address", 8000, "Enter the address of the picture, file or saved copy."),
  }),
  z.object({
    kind: z.literal("passage"),
    text: words("The passage", 50_000, "Paste the passage to redact from the article."),
  }),
]);

export type RedactionTargetInput = z.input<typeof redactionTargetInput>;

export const previewRedactionInput = z.object({ articleId: z.string(), target: redactionTargetInput });

export const redactInput = previewRedactionInput.extend({
  reason: required(
    "The public reason",
    200,
    "Enter a public reason: readers see it where something was redacted.",
  ),
  privateNote: optional("The private note", 5000),
  /** The state that the editor previewed; without it, the current one is redacted unseen. */
  seen: z.object({ publication: z.int(), redactions: z.int() }).optional(),
  operationId,
});

export type RedactInput = z.input<typeof redactInput>;
