import { sourceKindLabels } from "@/lib/sources/labels";
import type { Source } from "@/lib/sources/source";

/** The fields of a source as they are typed. */
export function draftOf(source: Source) {
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
  };
}

export type SourceDraft = ReturnType<typeof draftOf>;
export type DraftField = keyof SourceDraft;

export const draftLabels: Record<DraftField, string> = {
  title: "Title",
  authors: "Authors",
  publisher: "Publisher",
  publishedOn: "Published",
  url: "Address",
  doi: "DOI",
  archiveUrl: "Archived copy",
  language: "Language",
  kind: "Kind",
  primary: "Primary source",
  confidential: "Confidential",
  publicDescription: "What readers see of it",
};

/**
 * Two people changed one source. What only one of both changed is taken; where both did, one's own words stay, and the field is named.
 * @param base what both began with
 */
export function mergeDrafts(
  base: SourceDraft,
  mine: SourceDraft,
  theirs: SourceDraft,
): { draft: SourceDraft; conflicts: DraftField[] } {
  const fields = Object.keys(base) as DraftField[];
  const unlike = (field: DraftField, one: SourceDraft, other: SourceDraft) => one[field] !== other[field];
  const taken = fields.filter((field) => !unlike(field, mine, base)).map((field) => [field, theirs[field]]);
  return {
    draft: { ...mine, ...Object.fromEntries(taken) },
    conflicts: fields.filter(
      (field) => unlike(field, mine, base) && unlike(field, theirs, base) && unlike(field, mine, theirs),
    ),
  };
}

/** What a field says, in words. */
export function draftWords(field: DraftField, draft: SourceDraft): string {
  if (field === "kind") return sourceKindLabels[draft.kind];
  const value = draft[field];
  return typeof value === "boolean" ? (value ? "yes" : "no") : value || "(empty)";
}
