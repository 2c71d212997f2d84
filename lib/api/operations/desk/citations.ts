import { z } from "zod";
import { CITATION_FORMATS, citationFiles } from "@/lib/citations/citation-format";
import { operation } from "../../operation";
import { previewQuery } from "../../schemas/common";
import {
  citationFormat,
  citationImportFormSchema,
  citationImportResultSchema,
  citationImportSchema,
  citationsQuery,
} from "../../schemas/desk/citation";
import { formLimitOf, JSON_FILE_LIMIT } from "../file-limits";

/** Of two million characters, most of which have several bytes. */
const CITATION_FILE_BYTES = 6 * 1024 * 1024;

const MEDIA = CITATION_FORMATS.map((format) => citationFiles[format].mediaType);

export const exportCitations = operation({
  id: "exportCitations",
  method: "GET",
  path: "/sources/citations",
  summary: "Download the sources of the library for a reference manager",
  description: "Confidential sources are left out. At most 20,000 sources.",
  scope: "read",
  query: citationsQuery,
  answer: { status: 200, description: "The file", media: MEDIA },
  problems: ["unavailable"],
});

export const exportCitation = operation({
  id: "exportCitation",
  method: "GET",
  path: "/sources/{id}/citation",
  summary: "Download a source for a reference manager",
  description: "Confidential sources are refused.",
  scope: "read",
  query: z.object({ format: citationFormat }),
  answer: { status: 200, description: "The file", media: MEDIA },
  problems: ["unavailable"],
});

export const importCitations = operation({
  id: "importCitations",
  method: "POST",
  path: "/sources/citations",
  summary: "Import sources from BibTeX, RIS or CSL-JSON",
  description:
    "As JSON, or as the `file` of multipart/form-data. What the library has stays as it is, so that the same text adds nothing a second time. With `preview=true` nothing is stored.",
  scope: "write",
  query: previewQuery,
  body: {
    schema: citationImportSchema,
    limit: JSON_FILE_LIMIT,
    formSchema: citationImportFormSchema,
    formLimit: formLimitOf(CITATION_FILE_BYTES),
  },
  answer: {
    status: 200,
    description: "Each entry of the text, and how many were imported",
    schema: citationImportResultSchema,
  },
});
