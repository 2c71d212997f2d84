import { sourceKindLabels } from "@/lib/sources/labels";
import type { Source } from "@/lib/sources/source";
import {
  DETAIL_FIELDS,
  type DetailField,
  NO_DETAILS,
  type SourceDetails,
} from "@/lib/sources/source-details";
import { words } from "@/lib/words/words";

/** The fields of a source as text to edit. */
export function sourceDraftOf(source: Source) {
  return {
    title: source.title,
    authors: source.authors.join("\n"),
    publisher: source.publisher ?? "",
    publishedOn: source.publishedOn ?? "",
    url: source.url ?? "",
    doi: source.doi ?? "",
    archiveUrl: source.archiveUrl ?? "",
    language: source.language ?? "",
    kind: source.kind,
    primary: source.primary,
    confidential: source.confidential,
    publicDescription: source.publicDescription ?? "",
    ...detailsDraft(source.details),
  };
}

/** Details as text to edit, names one per line. */
export function detailsDraft(details: SourceDetails): Record<DetailField, string> {
  return Object.fromEntries(
    DETAIL_FIELDS.map((field) => [field, [details[field] ?? ""].flat().join("\n")]),
  ) as Record<DetailField, string>;
}

/** The details in a draft, as they are sent. */
export function detailsOfDraft(draft: Record<DetailField, string>): SourceDetails {
  const typed = DETAIL_FIELDS.map((field) => [
    field,
    isNameList(field) ? draft[field].split("\n") : draft[field],
  ]);
  return { ...NO_DETAILS, ...Object.fromEntries(typed) };
}

/** Details that are names, one per line. */
export function isNameList(field: DetailField): field is "editors" | "translators" {
  return field === "editors" || field === "translators";
}

export type SourceDraft = ReturnType<typeof sourceDraftOf>;
export type DraftField = keyof SourceDraft;

/** The label of a field. */
export function draftLabel(field: DraftField): string {
  return words("sources")(`field.${field}`);
}

/** The value of a field, as people read it. */
export function draftValue(field: DraftField, draft: SourceDraft): string {
  if (field === "kind") return sourceKindLabels[draft.kind];
  const value = draft[field];
  return typeof value === "boolean" ? words("sources")(value ? "value.yes" : "value.no") : value;
}
