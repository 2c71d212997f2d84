import type { SourceKind } from "@/lib/sources/source";
import type { CitedWork } from "./csl-item";

/** CSL has no type for some kinds; `genre` then names the kind, so that an import can read it back. */
const FORMS: Record<SourceKind, { type: string; genre?: string }> = {
  web_page: { type: "webpage" },
  article: { type: "article-newspaper" },
  report: { type: "report" },
  dataset: { type: "dataset" },
  law: { type: "legislation" },
  transcript: { type: "document", genre: "Transcript" },
  interview: { type: "interview", genre: "Interview" },
  social_post: { type: "post", genre: "Social media post" },
  media: { type: "document", genre: "Image, audio or video" },
  other: { type: "document" },
};

/** Kinds by `genre`, in lower case. */
const kindsByGenre = new Map<string, SourceKind>(
  Object.entries(FORMS).flatMap(([kind, { genre }]): [string, SourceKind][] =>
    genre ? [[genre.toLowerCase(), kind as SourceKind]] : [],
  ),
);

const KINDS: Record<string, SourceKind> = {
  webpage: "web_page",
  dataset: "dataset",
  interview: "interview",
  personal_communication: "interview",
  post: "social_post",
  hearing: "transcript",
  speech: "transcript",
  report: "report",
  standard: "report",
  thesis: "report",
  manuscript: "report",
  pamphlet: "report",
  bill: "law",
  legislation: "law",
  legal_case: "law",
  regulation: "law",
  treaty: "law",
  patent: "law",
  broadcast: "media",
  motion_picture: "media",
  song: "media",
  graphic: "media",
  figure: "media",
  map: "media",
  musical_score: "media",
  performance: "media",
  chapter: "article",
  "paper-conference": "article",
  review: "article",
  "review-book": "article",
  "post-weblog": "article",
};

/** The type of a work, and the genre that names its kind if CSL has no type for it. */
export function cslTypeOf({ kind, doi, details }: Pick<CitedWork, "kind" | "doi" | "details">): {
  type: string;
  genre?: string;
} {
  if (kind !== "article") return FORMS[kind];
  if (details.isbn !== null || details.editors.length > 0) return { type: "chapter" };
  const isInJournal = [doi, details.volume, details.issue, details.issn].some((each) => each !== null);
  return isInJournal ? { type: "article-journal" } : FORMS.article;
}

/** The kind of source that a type of CSL is. */
export function kindOfType(type = "", genre = ""): SourceKind {
  const named = kindsByGenre.get(genre.toLowerCase());
  if (named) return named;
  if (/^(article|entry)/.test(type)) return "article";
  return KINDS[type] ?? "other";
}

/** Types whose publisher is their container if they have no other: a site, a newspaper, a journal, a network. */
export function isContained(type: string): boolean {
  return /^(?:webpage|post|article|entry|review)/.test(type);
}

/** Types whose container is a journal or book with a title of its own, even without a publisher. */
export function hasContainer(type: string): boolean {
  return /^(?:article-journal|article-magazine|chapter|paper-conference|entry|review)/.test(type);
}
