import type { z } from "zod";
import { contentDisposition } from "@/lib/content-disposition";
import type { CitationsFile } from "@/lib/workflows/sources/export-citations";
import type { CitationEntry } from "@/lib/workflows/sources/import-sources";
import type { citationImportResultSchema } from "../../schemas/desk/citation";

export function presentCitationEntry(
  { name, fields, known, problems, notes }: CitationEntry,
  row: number,
): z.output<typeof citationImportResultSchema>["entries"][number] {
  return {
    row,
    name,
    url: fields.url ?? null,
    doi: fields.doi ?? null,
    kind: fields.kind,
    known: known && { id: known.id, title: known.title },
    problems,
    notes,
  };
}

export function presentCitationsFile({ body, mediaType, name }: CitationsFile) {
  return {
    bytes: new Uint8Array(body),
    headers: {
      "content-type": mediaType,
      "content-disposition": contentDisposition("attachment", name),
    },
  };
}
