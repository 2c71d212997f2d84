import { z } from "zod";
import { PRIORITIES } from "@/lib/board/priority";
import { ARTICLE_PURPOSES } from "@/lib/claims/article-purpose";
import { ARTICLE_FORMATS } from "@/lib/ingest/article-formats";
import { MAX_FINDING_LENGTH } from "@/lib/reports/finding-of";
import { MAX_LISTED } from "@/lib/versions/claim-outcomes";
import { dayInput, id, instant, person, textInput } from "./common";

/** A version of an article's text. */
export const versionSchema = z
  .object({
    id,
    number: z.int(),
    text: z.string().meta({
      description: "The canonical text: blocks separated by a line feed. Offsets count its UTF-16 units.",
    }),
    textHash: z.string().meta({ description: "SHA-256 of the text's UTF-8, in hexadecimal." }),
  })
  .meta({ id: "ArticleVersion" });

const article = z.object({
  id,
  slug: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  byline: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  publishedAt: z.string().nullable().meta({ description: "The day it was published." }),
  language: z.string().meta({ description: "BCP 47" }),
  finding: z.string().nullable().meta({
    description:
      "The answer of the check in one paragraph; null if it is made from the counts of the ratings.",
  }),
  purpose: z.enum(ARTICLE_PURPOSES).meta({
    description: "A published text, whose claims get verdicts, or a manuscript, whose claims get outcomes.",
  }),
  status: z.enum(["draft", "published", "unpublished"]),
  scaleId: id.meta({ description: "The version of the rating scale that it uses." }),
  requiredApprovals: z.int().meta({ description: "How many people have to approve each claim." }),
  revision: z.int(),
  lead: person.nullable().meta({ description: "The person who leads its check." }),
  dueAt: instant.nullable(),
  priority: z.enum(PRIORITIES),
  version: versionSchema,
  publication: z
    .object({ id, number: z.int(), publishedAt: instant, url: z.url() })
    .nullable()
    .meta({ description: "What readers see; null before the first publication, and while unpublished." }),
  createdBy: person,
  createdAt: instant,
  updatedAt: instant,
});

export const articleSchema = article.meta({ id: "Article" });

const outcomes = z
  .object({ exact: z.int(), moved: z.int(), changed: z.int(), orphaned: z.int() })
  .meta({ description: "Number of claims by outcome; changed and orphaned ones need checking." });

const notes = z.array(z.string()).meta({ description: "What an editor should know about the import." });

export const importedArticleSchema = article
  .extend({
    notes,
    outcomes: outcomes.nullable().meta({ description: "With a new version: number of claims by outcome." }),
  })
  .meta({ id: "ImportedArticle" });

export const newVersionSchema = z
  .object({ article: articleSchema, notes, outcomes })
  .meta({ id: "NewVersion" });

const claimOutcomes = z.array(
  z.object({
    number: z.int(),
    statement: z.string(),
    before: z.string().meta({ description: "Its text at its last confirmed position." }),
    after: z.string().nullable().meta({ description: "Its text in the new version, if it is different." }),
  }),
);

export const versionPreviewSchema = z
  .object({
    notes,
    outcomes,
    claims: z
      .object({
        exact: claimOutcomes,
        moved: claimOutcomes,
        changed: claimOutcomes,
        orphaned: claimOutcomes,
      })
      .meta({ description: `The claims by outcome, at most ${MAX_LISTED} of each.` }),
  })
  .meta({ id: "VersionPreview" });

export const articleItemSchema = z
  .object({
    id,
    slug: z.string(),
    title: z.string(),
    publisher: z.string().nullable(),
    status: z.enum(["draft", "published", "unpublished"]),
    claimCounts: z.object({
      draft: z.int(),
      inReview: z.int(),
      approved: z.int(),
      excluded: z.int(),
      total: z.int(),
    }),
    createdBy: person,
    updatedAt: instant,
    publishedAt: instant.nullable().meta({ description: "When its fact-check was last published." }),
  })
  .meta({ id: "ArticleListItem" });

export const contentInput = z
  .object({
    format: z.enum(ARTICLE_FORMATS),
    value: z.string(),
  })
  .meta({
    id: "Content",
    description:
      "The text of an article; up to 4,000,000 characters. Send a text whose JSON exceeds 4 MB as a file.",
  });

const details = {
  sourceUrl: textInput.meta({ description: "Where it was published." }),
  publisher: textInput,
  byline: textInput,
  publishedAt: dayInput,
  language: textInput.meta({ description: "BCP 47; en by default." }),
  purpose: z.enum(ARTICLE_PURPOSES).optional().meta({
    description: "What a new article is checked for; published_text by default.",
  }),
  ifKnown: z.enum(["refuse", "new-version", "import"]).default("refuse").meta({
    description:
      "What to do with an article that the desk already has, by address or by nearly identical text.",
  }),
};

const byContent = z.object({
  title: textInput.meta({
    description:
      "Without it, the title that the text begins with: its first heading, or a short first line above a blank one.",
  }),
  content: contentInput,
  ...details,
});
const byAddress = z.object({
  url: z
    .string()
    .max(2048)
    .meta({ description: "Fetched and read; missing details come from the page's metadata." }),
  title: textInput,
  ...details,
});
/** The fields sent with a file. */
export const articleFormSchema = z.object({ title: textInput, ...details });

export const createArticleSchema = z.union([byContent, byAddress]).meta({ id: "CreateArticle" });
export const createVersionSchema = z
  .union([
    z.object({ content: contentInput }),
    z.object({ url: z.string().max(2048).meta({ description: "Fetched and read." }) }),
  ])
  .meta({ id: "CreateVersion" });
/** Fields that are missing stay as they are. */
export const updateArticleSchema = z
  .object({
    title: z.string().optional(),
    sourceUrl: textInput.meta({ description: "Where it was published." }),
    publisher: textInput,
    byline: textInput,
    publishedAt: dayInput,
    language: z.string().optional().meta({ description: "BCP 47" }),
    finding: textInput.meta({
      description: `The answer of the check in one paragraph, up to ${MAX_FINDING_LENGTH} characters; null: it is made from the counts of the ratings.`,
    }),
  })
  .meta({ id: "UpdateArticle" });
/** A file needs no other fields. */
export const versionFormSchema = z.object({});
