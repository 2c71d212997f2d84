import { ATTACHMENT_LIMIT, ATTACHMENT_TYPES } from "@/lib/workflows/sources/attachments";
import { operation } from "../operation";
import { pageOf, pageQuery } from "../page";
import { addAttachmentSchema, attachmentFormSchema, attachmentSchema } from "../schemas/attachment";
import { mergeSourcesSchema, sourceSchema } from "../schemas/source";
import { formLimitOf, JSON_FILE_LIMIT } from "./file-limits";

export const mergeSources = operation({
  id: "mergeSources",
  method: "POST",
  path: "/sources/{id}/merge",
  summary: "Merge another source into a source",
  description:
    "For editors. All that belongs to the other source moves to this one: uses, saved copies and files. It can't be undone.",
  scope: "write",
  body: { schema: mergeSourcesSchema, limit: 64 * 1024 },
  edits: true,
  answer: { status: 200, description: "The source that stays", schema: sourceSchema, tagged: true },
});

export const deleteSource = operation({
  id: "deleteSource",
  method: "DELETE",
  path: "/sources/{id}",
  summary: "Delete a source that no claim uses",
  description: "For editors.",
  scope: "write",
  edits: true,
  answer: { status: 204, description: "Deleted" },
});

export const listAttachments = operation({
  id: "listAttachments",
  method: "GET",
  path: "/sources/{id}/attachments",
  summary: "List the files of a source, the first one first",
  scope: "read",
  query: pageQuery,
  answer: {
    status: 200,
    description: "A page of files, without their bytes",
    schema: pageOf("AttachmentPage", attachmentSchema),
  },
  problems: ["forbidden"],
});

export const addAttachment = operation({
  id: "addAttachment",
  method: "POST",
  path: "/sources/{id}/attachments",
  summary: "Attach a file to a source",
  description:
    "A PDF, an image, a text, a table, a mail or an office file of at most 20 MB, as JSON or as the `file` of multipart/form-data. Images are re-encoded, tables are converted to UTF-8, and every other file is stored as it is.",
  scope: "write",
  body: {
    schema: addAttachmentSchema,
    limit: JSON_FILE_LIMIT,
    formSchema: attachmentFormSchema,
    formLimit: formLimitOf(ATTACHMENT_LIMIT),
  },
  answer: { status: 201, description: "The file as it is stored", schema: attachmentSchema, located: true },
});

export const downloadAttachment = operation({
  id: "downloadAttachment",
  method: "GET",
  path: "/sources/{id}/attachments/{attachment}",
  summary: "Download a file of a source",
  scope: "read",
  answer: { status: 200, description: "The file", media: ATTACHMENT_TYPES },
  problems: ["forbidden"],
});

export const removeAttachment = operation({
  id: "removeAttachment",
  method: "DELETE",
  path: "/sources/{id}/attachments/{attachment}",
  summary: "Remove a file from a source",
  scope: "write",
  answer: { status: 204, description: "Removed" },
});
