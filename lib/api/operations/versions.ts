import { z } from "zod";
import { operation } from "../operation";
import { pageOf, pageQuery } from "../page";
import { newVersionSchema, versionSchema } from "../schemas/article";
import { listedVersionSchema, restoreVersionSchema, versionChangesSchema } from "../schemas/version";

export const listVersions = operation({
  id: "listVersions",
  method: "GET",
  path: "/articles/{id}/versions",
  summary: "List the versions of an article's text, newest first",
  scope: "read",
  query: pageQuery,
  answer: {
    status: 200,
    description: "A page of versions, without their texts",
    schema: pageOf("VersionPage", listedVersionSchema),
  },
  problems: ["forbidden"],
});

export const getVersion = operation({
  id: "getVersion",
  method: "GET",
  path: "/articles/{id}/versions/{number}",
  summary: "Read a version of an article's text",
  scope: "read",
  answer: { status: 200, description: "The version", schema: versionSchema },
  problems: ["forbidden"],
});

export const compareVersions = operation({
  id: "compareVersions",
  method: "GET",
  path: "/articles/{id}/versions/{number}/changes",
  summary: "Compare a version of an article's text with another one",
  description:
    "Paragraph by paragraph, and inside a changed one word by word; and what became of each claim. The first version has none before it: then `from` is needed.",
  scope: "read",
  query: z.object({
    from: z.coerce
      .number()
      .int()
      .min(1)
      .max(999_999_999)
      .optional()
      .meta({ description: "Number of the other version, older or newer; the one before by default." }),
  }),
  answer: { status: 200, description: "The differences", schema: versionChangesSchema },
  problems: ["forbidden", "unavailable"],
});

export const restoreVersion = operation({
  id: "restoreVersion",
  method: "POST",
  path: "/articles/{id}/versions/{number}/restore",
  summary: "Restore an earlier version of an article's text",
  description: "Its text becomes the next version. Every claim is re-anchored, as with createVersion.",
  scope: "write",
  body: { schema: restoreVersionSchema, limit: 1024, mayBeEmpty: true },
  edits: true,
  answer: {
    status: 201,
    description: "The article with its new version",
    schema: newVersionSchema,
    tagged: true,
    located: true,
  },
  problems: ["unavailable"],
});
