import type { ArticlePurpose } from "@/lib/claims/article-purpose";
import type { DocumentNode } from "@/lib/document/document";
import type { Failure } from "@/lib/failure";
import type { ImportDifferences } from "@/lib/fidelity/import-difference";
import type { Result } from "@/lib/result";

/** What to import: an address, a file, or pasted text. */
export type ImportInput =
  | { address: string }
  | { file: File }
  /** With the title that is typed so far, if the first line can become the title. */
  | { pasted: string; format?: "html"; title?: string };

/** An article as the server read it; see lib/workflows/articles/read-import.ts. */
export interface ReadArticle
  extends Record<"title" | "byline" | "publisher" | "publishedOn" | "language" | "sourceUrl", string | null> {
  doc: DocumentNode;
  /** How many words its text has. */
  words: number;
  notes: string[];
  /** Missing in what an earlier build stored in the browser. */
  differences?: ImportDifferences;
  /** Whether the first line of a plain text became the title. */
  isFirstLineTaken?: boolean;
  known: ExistingArticle | null;
}

export interface ExistingArticle {
  id: string;
  title: string;
  versionId: string;
  by: "address" | "text";
  /** 0 to 1. */
  likeness: number;
}

export interface ListEntry {
  address: string;
  title: string | null;
  publishedOn: string | null;
}

export interface ArticleList {
  title: string | null;
  entries: ListEntry[];
}

export type ImportReading = { kind: "article"; article: ReadArticle } | { kind: "list"; list: ArticleList };

/** The fields and the text that an editor reviews before importing the article. */
export interface ImportDraft extends Record<(typeof DETAILS)[number], string> {
  doc: DocumentNode;
}

export const DETAILS = ["title", "publisher", "byline", "publishedOn", "sourceUrl", "language"] as const;

export const EMPTY_DOC: DocumentNode = { type: "doc", content: [{ type: "paragraph" }] };

export const EMPTY_DRAFT: ImportDraft = {
  title: "",
  publisher: "",
  byline: "",
  publishedOn: "",
  sourceUrl: "",
  language: "en",
  doc: EMPTY_DOC,
};

/** A draft from an article as the server read it. */
export function importDraftOf({ doc, ...read }: ReadArticle): ImportDraft {
  const draft = { ...EMPTY_DRAFT, doc };
  for (const name of DETAILS) draft[name] = read[name] ?? EMPTY_DRAFT[name];
  return draft;
}

/** Stores an article. */
export type ImportAction = (
  input: Omit<ImportDraft, "doc"> & {
    purpose: ArticlePurpose;
    /** The document as JSON. */
    content: { format: "document"; value: string };
  },
  /** Of the submission. */
  key: string,
) => Promise<Result<{ id: string }, Failure>>;
