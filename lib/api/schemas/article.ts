import { z } from "zod";
import { PRIORITIES } from "@/lib/board/priority";
import { ARTICLE_FORMATS } from "@/lib/ingest/article-formats";
import { CORRECTION_KINDS } from "@/lib/reports/report";
import { givenDay, givenText, id, instant, person } from "./common";

const version = z
  .object({
    id,
    number: z.int(),
    text: z.string().meta({
      description: "The canonical text: blocks parted by a line feed. Offsets count UTF-16 units of it.",
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
  publishedAt: z.string().nullable().meta({ description: "The day it appeared." }),
  language: z.string().meta({ description: "BCP 47" }),
  status: z.enum(["draft", "published", "unpublished"]),
  revision: z.int(),
  lead: person.nullable().meta({ description: "Who sees to its check." }),
  dueAt: instant.nullable(),
  priority: z.enum(PRIORITIES),
  version,
  publication: z
    .object({ id, number: z.int(), publishedAt: instant, url: z.url() })
    .nullable()
    .meta({ description: "What readers see; null before the first, and where it was taken back." }),
  createdBy: person,
  createdAt: instant,
  updatedAt: instant,
});

export const articleSchema = article.meta({ id: "Article" });

const outcomes = z
  .object({ exact: z.int(), moved: z.int(), changed: z.int(), orphaned: z.int() })
  .meta({ description: "What became of the claims; changed and orphaned ones wait for an editor." });

export const importedArticleSchema = article
  .extend({
    notes: z.array(z.string()).meta({ description: "What an editor should know of how it came in." }),
    outcomes: outcomes.nullable().meta({ description: "With a new version: what became of the claims." }),
  })
  .meta({ id: "ImportedArticle" });

export const newVersionSchema = z.object({ article: articleSchema, outcomes }).meta({ id: "NewVersion" });

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
    publishedAt: instant.nullable().meta({ description: "When its fact-check was published last." }),
  })
  .meta({ id: "ArticleListItem" });

export const givenContent = z
  .object({
    format: z.enum(ARTICLE_FORMATS),
    value: z.string(),
  })
  .meta({ id: "Content", description: "The text of an article; up to 4,000,000 characters." });

const details = {
  sourceUrl: givenText.meta({ description: "Where it appeared." }),
  publisher: givenText,
  byline: givenText,
  publishedAt: givenDay,
  language: givenText.meta({ description: "BCP 47; en where nothing is known." }),
  ifKnown: z.enum(["refuse", "new-version", "import"]).default("refuse").meta({
    description: "What to do with an article that the desk has, by its address or by nearly the same text.",
  }),
};

const byContent = z.object({ title: z.string(), content: givenContent, ...details });
const byAddress = z.object({
  url: z
    .string()
    .max(2048)
    .meta({ description: "Fetched and read; what its page says of it is taken over." }),
  title: givenText,
  ...details,
});
/** The fields beside a file. */
export const articleFormSchema = z.object({ title: givenText, ...details });

export const createArticleSchema = z.union([byContent, byAddress]).meta({ id: "CreateArticle" });
export const createVersionSchema = z.object({ content: givenContent }).meta({ id: "CreateVersion" });

export const publishSchema = z
  .object({
    corrections: z
      .array(z.object({ claimId: z.string(), kind: z.enum(CORRECTION_KINDS).optional(), note: z.string() }))
      .default([])
      .meta({
        description: "A public note for each claim that readers have seen and that is different now.",
      }),
  })
  .meta({ id: "Publish" });

export const publicationSchema = z
  .object({ id, number: z.int(), articleId: id, slug: z.string(), url: z.url() })
  .meta({ id: "Publication" });
