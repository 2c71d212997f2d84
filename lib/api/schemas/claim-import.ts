import { z } from "zod";
import { CLAIM_FILE_FORMATS } from "@/lib/claim-imports/read-claim";
import { fileInput, id } from "./common";

const passage = z.object({
  start: z.int().meta({ description: "UTF-16 offset into the version's text." }),
  end: z.int().meta({ description: "Exclusive." }),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  score: z.number().nullable().meta({ description: "Of similar passages: how alike the words are, 0 to 1." }),
});

/** What a file is imported with, besides its content. */
const choices = {
  versionId: id
    .optional()
    .meta({ description: "The version that was previewed; the current one by default." }),
  rows: z
    .array(
      z.object({ row: z.int().min(0), start: z.int().min(0).optional(), end: z.int().min(0).optional() }),
    )
    .optional()
    .meta({
      description:
        "The rows to import; by default all that are placed. A row that is not placed needs `start` and `end`, UTF-16 offsets.",
    }),
  ratings: z.record(z.string(), z.string().nullable()).optional().meta({
    description:
      "For each rating of the file that the scale doesn't have: a rating of the scale, or null for no verdict.",
  }),
};

export const claimImportSchema = z
  .object({
    content: z.string().meta({
      description:
        "The file: a JSON or CSV report, Web Annotations, a Hypothesis export, ClaimReviews, or a table. Send a larger one as a form.",
    }),
    name: z.string().nullish().meta({ description: "The name of the file, for the history." }),
    ...choices,
  })
  .meta({ id: "ClaimImport" });

/** Besides the file of a form. */
export const claimImportFormSchema = z.object({
  name: z
    .string()
    .nullish()
    .meta({ description: "The name of the file, for the history; as the form states it by default." }),
  ...choices,
});

export const claimImportResultSchema = z
  .object({
    preview: z.boolean().meta({ description: "Whether nothing was stored." }),
    versionId: id,
    format: z.enum(CLAIM_FILE_FORMATS),
    ratings: z
      .array(z.object({ name: z.string(), rating: z.string().nullable() }))
      .meta({ description: "The ratings of the file, with the rating of the article's scale by that name." }),
    rows: z.array(
      z.object({
        row: z.int().meta({ description: "Index in the file, from 0." }),
        statement: z.string(),
        quote: z.string().nullable(),
        rating: z.string().nullable(),
        status: z.enum(["placed", "repeated", "similar", "unchecked", "not-found"]).meta({
          description:
            "Whether its passage is clear. Otherwise: the words occur more than once, only similar words do, only a position is stated, or nothing was found.",
        }),
        passages: z.array(passage).meta({ description: "The passage, or those to choose from." }),
        known: z.boolean().meta({ description: "The article, or the file before it, has this claim." }),
        problems: z.array(z.string()).meta({ description: "Why it can't be imported." }),
      }),
    ),
    imported: z.array(z.object({ row: z.int(), claimId: id, number: z.int() })),
  })
  .meta({ id: "ClaimImportResult" });

const wordFile = fileInput.meta({
  description: "The Word file (DOCX), in base64. Send files of more than 3 MB as a form.",
});

const commentChoices = {
  versionId: choices.versionId,
  rows: z.array(z.int().min(0)).optional().meta({ description: "The comments to import; by default all." }),
  verdicts: z.array(z.int().min(0)).optional().meta({
    description:
      "The comments whose rating (`suggests`) becomes the verdict of their claim, at most 200; by default none. They need not be in `rows`.",
  }),
};

export const commentImportSchema = z
  .object({
    file: wordFile,
    ...commentChoices,
  })
  .meta({ id: "CommentImport" });

/** Besides the file of a form. */
export const commentImportFormSchema = z.object(commentChoices);

export const commentImportResultSchema = z
  .object({
    preview: z.boolean().meta({ description: "Whether nothing was stored." }),
    versionId: id,
    comments: z.array(
      z.object({
        row: z.int().meta({ description: "Index in the file, from 0." }),
        thread: z.int().meta({ description: "Row of the first comment of its thread." }),
        author: z.string(),
        at: z.string().nullable().meta({ description: "As the file states it." }),
        text: z.string(),
        claimId: id.nullable().meta({ description: "The claim that it is about." }),
        passage: z.object({ start: z.int(), end: z.int(), exact: z.string() }).nullable(),
        quote: z
          .string()
          .nullable()
          .meta({ description: "Its words in the file, if they are not clear in the text." }),
        suggests: z.string().nullable().meta({ description: "The rating of the scale that it names." }),
        known: z.boolean().meta({ description: "It was imported before." }),
      }),
    ),
    imported: z.int().meta({ description: "How many were imported." }),
    verdicts: z
      .object({ set: z.int(), left: z.array(z.object({ number: z.int(), detail: z.string() })) })
      .meta({ description: "How many verdicts were set, and why claims did not get one." }),
  })
  .meta({ id: "CommentImportResult" });

const changeChoices = {
  versionId: choices.versionId,
  rows: z
    .array(z.int().min(0))
    .optional()
    .meta({ description: "The changes to accept; by default all that are placed." }),
};

export const wordChangesSchema = z
  .object({
    file: wordFile,
    ...changeChoices,
  })
  .meta({ id: "WordChanges" });

/** Besides the file of a form. */
export const wordChangesFormSchema = z.object(changeChoices);

export const wordChangesResultSchema = z
  .object({
    preview: z.boolean().meta({ description: "Whether nothing was stored." }),
    versionId: id.meta({ description: "The version that the changes are about." }),
    changes: z.array(
      z.object({
        row: z.int().meta({ description: "Index in the file, from 0." }),
        author: z.string(),
        at: z.string().nullable().meta({ description: "As the file states it." }),
        before: z.string(),
        after: z.string(),
        status: z.enum(["placed", "done", "unclear"]).meta({
          description:
            "Whether its words are clear in the text. Otherwise: the text has the new words, or they can't be located.",
        }),
        passage: z.object({ start: z.int(), end: z.int() }).nullable(),
      }),
    ),
    accepted: z.array(z.int()).meta({ description: "The rows of the accepted changes." }),
    version: z
      .object({ id, number: z.int() })
      .nullable()
      .meta({ description: "The new version of the text; null in a preview." }),
    outcomes: z
      .object({ exact: z.int(), moved: z.int(), changed: z.int(), orphaned: z.int() })
      .nullable()
      .meta({ description: "What became of the claims." }),
  })
  .meta({ id: "WordChangesResult" });
