import type { SourceKind } from "./source";
import { DETAIL_FIELDS, type DetailField } from "./source-details";

/** The details that citations of each kind of source usually have. */
const FIELDS_OF_KIND: Record<SourceKind, readonly DetailField[]> = {
  web_page: [],
  article: ["containerTitle", "volume", "issue", "pages", "editors", "issn"],
  report: [
    ...(["containerTitle", "volume", "pages", "editors", "translators"] as const),
    ...(["edition", "number", "publisherPlace", "isbn"] as const),
  ],
  dataset: ["number", "edition"],
  law: ["containerTitle", "volume", "pages", "number"],
  transcript: ["eventTitle", "publisherPlace"],
  interview: ["containerTitle"],
  social_post: [],
  media: ["containerTitle", "publisherPlace"],
  other: [
    ...(["containerTitle", "volume", "issue", "pages", "editors", "translators"] as const),
    ...(["edition", "publisherPlace", "isbn"] as const),
  ],
};

/** The details to show for a kind of source, and those that have a value. */
export function shownDetails(kind: SourceKind, hasValue: (field: DetailField) => boolean): DetailField[] {
  return DETAIL_FIELDS.filter((field) => FIELDS_OF_KIND[kind].includes(field) || hasValue(field));
}
