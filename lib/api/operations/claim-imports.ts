import { z } from "zod";
import { operation } from "../operation";
import { claimImportFormSchema, claimImportResultSchema, claimImportSchema } from "../schemas/claim-import";

/** Maximum bytes: four million characters, all escaped. */
const FILE_LIMIT = 24 * 1024 * 1024;

export const importClaims = operation({
  id: "importClaims",
  method: "POST",
  path: "/articles/{id}/imports",
  summary: "Import claims from a file",
  description:
    "The content, as JSON or as the `file` of multipart/form-data, decides the format. Claims become drafts, all chosen ones or none; what the article has already is skipped, so that the same file adds nothing a second time. With `preview=true` nothing is stored.",
  scope: "write",
  query: z.object({
    preview: z
      .enum(["true", "false"])
      .default("false")
      .transform((value) => value === "true"),
  }),
  body: {
    schema: claimImportSchema,
    limit: FILE_LIMIT,
    formSchema: claimImportFormSchema,
    formLimit: FILE_LIMIT,
  },
  answer: {
    status: 200,
    description: "Each row of the file, and the new claims",
    schema: claimImportResultSchema,
  },
  problems: ["text-changed"],
});
