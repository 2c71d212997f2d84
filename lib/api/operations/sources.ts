import { z } from "zod";
import { operation } from "../operation";
import { pageOf, pageQuery } from "../page";
import {
  createSourceSchema,
  snapshotSchema,
  sourceDetailsSchema,
  sourceSchema,
  updateSourceSchema,
} from "../schemas/source";

const SOURCE_LIMIT = 1024 * 1024;

export const listSources = operation({
  id: "listSources",
  method: "GET",
  path: "/sources",
  summary: "List the sources of the library, the newest first",
  scope: "read",
  query: pageQuery.extend({
    q: z
      .string()
      .max(300)
      .optional()
      .meta({ description: "Words in the title, the authors, the publisher or the address." }),
  }),
  answer: { status: 200, description: "A page of sources", schema: pageOf("SourcePage", sourceSchema) },
});

export const createSource = operation({
  id: "createSource",
  method: "POST",
  path: "/sources",
  summary: "Add a source to the library",
  scope: "write",
  body: { schema: createSourceSchema, limit: SOURCE_LIMIT },
  answer: { status: 201, description: "The source", schema: sourceSchema, tagged: true, located: true },
  problems: ["known-source"],
});

export const getSource = operation({
  id: "getSource",
  method: "GET",
  path: "/sources/{id}",
  summary: "Read a source with its saved copies and the claims that use it",
  scope: "read",
  answer: { status: 200, description: "The source", schema: sourceDetailsSchema, tagged: true },
});

export const updateSource = operation({
  id: "updateSource",
  method: "PATCH",
  path: "/sources/{id}",
  summary: "Change a source for all claims that use it",
  scope: "write",
  body: { schema: updateSourceSchema, limit: SOURCE_LIMIT },
  edits: true,
  answer: { status: 200, description: "The source", schema: sourceSchema, tagged: true },
});

export const takeSnapshot = operation({
  id: "takeSnapshot",
  method: "POST",
  path: "/sources/{id}/snapshots",
  summary: "Save a copy of a source's page now",
  scope: "write",
  body: { schema: z.object({}).meta({ id: "KeepSnapshot" }), limit: 64 * 1024, mayBeEmpty: true },
  answer: { status: 201, description: "The saved copy", schema: snapshotSchema },
});
