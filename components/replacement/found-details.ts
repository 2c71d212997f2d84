import type { ReadArticle } from "@/components/import/import-types";
import type { DocumentNode } from "@/lib/document/document";
import type { ReplacedDetails } from "./replacement-types";

/** The details that are offered, in the order in which they are. */
export const DETAIL_NAMES = [
  "title",
  "byline",
  "publisher",
  "publishedOn",
  "sourceUrl",
  "language",
] as const satisfies readonly (keyof ReplacedDetails)[];

export type DetailName = (typeof DETAIL_NAMES)[number];

/** A detail that the source of a new text states otherwise than the article. */
export interface FoundDetail {
  name: DetailName;
  found: string;
  /** What the article has; null for nothing. */
  current: string | null;
}

/** The details that a source states and that differ from those of the article. What a source does not state is no difference. */
export function foundDetails(
  read: Pick<ReadArticle, DetailName | "doc">,
  article: ReplacedDetails,
): FoundDetail[] {
  return DETAIL_NAMES.flatMap((name) => {
    const found = read[name]?.trim();
    if (!found || found === article[name] || (name === "title" && found === firstLine(read.doc))) return [];
    return [{ name, found, current: article[name] || null }];
  });
}

/** The first paragraph: where a text has no title of its own, it is read as one. */
function firstLine({ content = [] }: DocumentNode): string | null {
  const [first] = content;
  if (first?.type !== "paragraph") return null;
  return (first.content ?? [])
    .map(({ text }) => text ?? " ")
    .join("")
    .trim();
}

/** Identifies a choice, which is of one value: another source may state another one. */
export function choiceOf({ name, found }: FoundDetail): string {
  return `${name}: ${found}`;
}

/** The article's details with those that were chosen from the source, by `choiceOf`; null if none was. */
export function detailsWith(
  article: ReplacedDetails,
  found: readonly FoundDetail[],
  chosen: readonly string[],
): ReplacedDetails | null {
  const used = found.filter((each) => chosen.includes(choiceOf(each)));
  if (used.length === 0) return null;
  const { title, publisher, byline, sourceUrl, publishedOn, language } = article;
  return {
    ...{ title, publisher, byline, sourceUrl, publishedOn, language },
    ...Object.fromEntries(used.map((each) => [each.name, each.found])),
  };
}
