import type { z } from "zod";
import type { SourceFields, SourceRecord } from "@/lib/db/sources";
import type { sourceFields } from "@/lib/sources/source-input";
import { sourceKeysOf } from "@/lib/sources/source-keys";

/** The editable fields of a source in the form of its input. */
export function fieldsOf(source: SourceRecord) {
  const { url, doi, title, authors, publisher, publishedOn, language, kind, primary, confidential } = source;
  const { archiveUrl, publicDescription, details, csl } = source;
  return {
    url,
    doi,
    title,
    authors,
    publisher,
    publishedOn,
    language,
    kind,
    primary,
    confidential,
    publicDescription,
    archiveUrl,
    details,
    csl,
  };
}

export function withKeys(fields: z.output<typeof sourceFields>): SourceFields {
  return { ...fields, ...sourceKeysOf(fields) };
}
