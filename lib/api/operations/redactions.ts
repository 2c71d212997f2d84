import { z } from "zod";
import { operation } from "../operation";
import { redactionMadeSchema, redactionSchema, redactSchema } from "../schemas/redaction";

export const listRedactions = operation({
  id: "listRedactions",
  method: "GET",
  path: "/articles/{id}/redactions",
  summary: "List the redactions of an article, newest first",
  description: "The list does not say what they hide. Only editors can read it.",
  scope: "read",
  answer: {
    status: 200,
    description: "The redactions",
    schema: z.object({ items: z.array(redactionSchema) }).meta({ id: "RedactionList" }),
  },
  problems: ["forbidden"],
});

export const redactArticle = operation({
  id: "redactArticle",
  method: "POST",
  path: "/articles/{id}/redactions",
  summary: "Redact all publications of an article",
  description:
    "Removes a source, words, an excerpt, a picture, file or saved copy, or a passage from everything that readers and exports get, in all publications of the article. It takes effect immediately and cannot be undone.",
  scope: "publish",
  body: { schema: redactSchema, limit: 256 * 1024 },
  answer: { status: 201, description: "The redaction", schema: redactionMadeSchema, located: true },
});
