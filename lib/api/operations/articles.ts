import "@/lib/words/languages";
import { z } from "zod";
import { EXPORT_FILES, EXPORT_FORMATS, REPORT_FILES } from "@/lib/reports/export-formats";
import { PAPERS } from "@/lib/reports/renderers/paper";
import { languages } from "@/lib/words/words";
import { REPORT_STATES } from "@/lib/workflows/reports/export-article-report";
import { operation } from "../operation";
import { pageOf, pageQuery } from "../page";
import {
  articleFormSchema,
  articleItemSchema,
  articleSchema,
  createArticleSchema,
  createVersionSchema,
  importedArticleSchema,
  newVersionSchema,
  updateArticleSchema,
  versionFormSchema,
  versionPreviewSchema,
} from "../schemas/article";
import { reportJobSchema } from "../schemas/report-job";
import { formLimitOf, JSON_FILE_LIMIT } from "./file-limits";

/** A new text of an article. */
const VERSION_BODY = {
  schema: createVersionSchema,
  limit: JSON_FILE_LIMIT,
  formSchema: versionFormSchema,
  formLimit: formLimitOf(),
};

export const listArticles = operation({
  id: "listArticles",
  method: "GET",
  path: "/articles",
  summary: "List the articles of the desk, the most recently changed first",
  scope: "read",
  query: pageQuery.extend({
    q: z.string().max(200).optional().meta({ description: "Words in the title or the publisher." }),
  }),
  answer: {
    status: 200,
    description: "A page of articles",
    schema: pageOf("ArticlePage", articleItemSchema),
  },
});

export const createArticle = operation({
  id: "createArticle",
  method: "POST",
  path: "/articles",
  summary: "Import an article",
  description:
    "From a text (`title` and `content`), from an address (`url`), or, as multipart/form-data, from a `file` (HTML, Markdown, plain text, DOCX, ODT, RTF, EPUB, EML, MHTML, PDF) together with the other fields.",
  scope: "write",
  body: {
    schema: createArticleSchema,
    limit: JSON_FILE_LIMIT,
    formSchema: articleFormSchema,
    formLimit: formLimitOf(),
  },
  answer: {
    status: 201,
    description: "The article with its version",
    schema: importedArticleSchema,
    tagged: true,
    located: true,
  },
  problems: ["known-article", "list-of-articles", "unavailable"],
});

export const getArticle = operation({
  id: "getArticle",
  method: "GET",
  path: "/articles/{id}",
  summary: "Read an article with its current text",
  scope: "read",
  answer: { status: 200, description: "The article", schema: articleSchema, tagged: true },
});

export const updateArticle = operation({
  id: "updateArticle",
  method: "PATCH",
  path: "/articles/{id}",
  summary: "Change the details of an article, or its finding",
  description: "Its text, its address and its claims stay. Readers see the change with the next publication.",
  scope: "write",
  body: { schema: updateArticleSchema, limit: 1024 * 1024 },
  edits: true,
  answer: { status: 200, description: "The article", schema: articleSchema, tagged: true },
});

export const createVersion = operation({
  id: "createVersion",
  method: "POST",
  path: "/articles/{id}/versions",
  summary: "Replace an article's text",
  description:
    "With a text (`content`), the page at an address (`url`), or, as multipart/form-data, a `file`. Every claim is re-anchored; if its text was edited or is gone, it needs checking. The title and other details stay the same.",
  scope: "write",
  body: VERSION_BODY,
  edits: true,
  answer: {
    status: 201,
    description: "The article with its new version",
    schema: newVersionSchema,
    tagged: true,
    located: true,
  },
  problems: ["list-of-articles", "unavailable"],
});

export const previewVersion = operation({
  id: "previewVersion",
  method: "POST",
  path: "/articles/{id}/versions/preview",
  summary: "Show what happens to each claim if an article's text is replaced",
  description: "Accepts what createVersion accepts, and stores nothing.",
  scope: "write",
  body: VERSION_BODY,
  answer: { status: 200, description: "What would happen", schema: versionPreviewSchema },
  problems: ["list-of-articles", "unavailable"],
});

export const exportArticle = operation({
  id: "exportArticle",
  method: "GET",
  path: "/articles/{id}/exports/{format}",
  summary: "Export the fact-check report of an article",
  description: `Formats: ${EXPORT_FORMATS.join(", ")}. Of a draft: ${REPORT_FILES.join(", ")}. Only a published report has an ETag. The dossier of an article with more than 200 claims is made in the background: the answer is 202, and Location is the address of its progress.`,
  scope: "export",
  query: z.object({
    of: z.enum(REPORT_STATES).default("published").meta({
      description:
        "`published`: what readers see. `draft`: the article as it is now, marked as a draft. `dossier`: all that the newsroom knows of it, as pdf, docx or html; never for publication.",
    }),
    claims: z
      .string()
      .max(12_000)
      .optional()
      .meta({ description: "Numbers of the claims to include, for example `1,3,7`. All by default." }),
    paper: z.enum(PAPERS).default("a4").meta({ description: "Paper size of PDF and Word files." }),
    lang: z.enum(languages()).optional().meta({
      description:
        "Language of the words around the facts. That of the article by default, or English. A dossier is in English.",
    }),
  }),
  answer: {
    status: 200,
    description: "The report",
    tagged: true,
    media: EXPORT_FORMATS.map((format) => EXPORT_FILES[format].type),
    accepted: { description: "It is being made", schema: reportJobSchema },
  },
  problems: ["not-published"],
});
