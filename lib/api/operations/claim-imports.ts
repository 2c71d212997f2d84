import { operation } from "../operation";
import {
  claimImportFormSchema,
  claimImportResultSchema,
  claimImportSchema,
  commentImportFormSchema,
  commentImportResultSchema,
  commentImportSchema,
  wordChangesFormSchema,
  wordChangesResultSchema,
  wordChangesSchema,
} from "../schemas/claim-import";
import { previewQuery } from "../schemas/common";
import { formLimitOf, JSON_FILE_LIMIT } from "./file-limits";

/** Of four million characters, most of which have several bytes. */
const CLAIM_FILE_BYTES = 12 * 1024 * 1024;

export const importClaims = operation({
  id: "importClaims",
  method: "POST",
  path: "/articles/{id}/imports",
  summary: "Import claims from a file",
  description:
    "The content, as JSON or as the `file` of multipart/form-data, decides the format. Claims become drafts, all chosen ones or none; what the article has already is skipped, so that the same file adds nothing a second time. With `preview=true` nothing is stored.",
  scope: "write",
  query: previewQuery,
  body: {
    schema: claimImportSchema,
    limit: JSON_FILE_LIMIT,
    formSchema: claimImportFormSchema,
    formLimit: formLimitOf(CLAIM_FILE_BYTES),
  },
  answer: {
    status: 200,
    description: "Each row of the file, and the new claims",
    schema: claimImportResultSchema,
  },
  problems: ["text-changed"],
});

export const importComments = operation({
  id: "importComments",
  method: "POST",
  path: "/articles/{id}/comment-imports",
  summary: "Import the comments of a Word file",
  description:
    "The file is one that the desk exported, or any DOCX of the article, as JSON or as the `file` of multipart/form-data. A comment on the words of a claim, or an answer to the desk's own comment on it, becomes a comment on the claim; others are on their passage, or on the article. What was imported before is skipped. `verdicts` chooses comments whose rating becomes the verdict of their claim. With `preview=true` nothing is stored.",
  scope: "write",
  query: previewQuery,
  body: {
    schema: commentImportSchema,
    limit: JSON_FILE_LIMIT,
    formSchema: commentImportFormSchema,
    formLimit: formLimitOf(),
  },
  answer: { status: 200, description: "Each comment of the file", schema: commentImportResultSchema },
  problems: ["text-changed"],
});

export const acceptWordChanges = operation({
  id: "acceptWordChanges",
  method: "POST",
  path: "/articles/{id}/word-changes",
  summary: "Accept the tracked changes of a Word file",
  description:
    "The file is a DOCX of the article, as JSON or as the `file` of multipart/form-data. The accepted changes make the next version of the text, and the claims follow as after typing in the desk. All chosen changes are accepted, or none. With `preview=true` nothing is stored.",
  scope: "write",
  query: previewQuery,
  body: {
    schema: wordChangesSchema,
    limit: JSON_FILE_LIMIT,
    formSchema: wordChangesFormSchema,
    formLimit: formLimitOf(),
  },
  answer: {
    status: 200,
    description: "Each change of the file, and the new version",
    schema: wordChangesResultSchema,
  },
  problems: ["text-changed"],
});
