import type { Publication } from "@/lib/db/read-publication";
import type { DocumentContent } from "@/lib/document-bundle/document-content";

/** What an address leads to. */
export type LoadedDocument =
  | {
      kind: "document";
      status: 200 | 404;
      content: DocumentContent;
      /** The article whose changes make it out of date; null for lists, which change with every article. */
      articleId: string | null;
      /** False for pages that nobody else asks for: they would only push others out of memory. */
      isStored: boolean;
      /** Headers that it has instead of those of every document, in lower case. */
      headers?: Readonly<Record<string, string>>;
    }
  | { kind: "redirect"; to: string };

/** Finds the current publication of an article by its slug. */
export type FindPublication = (slug: string) => Promise<Publication | null>;

/** What every address without a document shows. */
export const NOT_FOUND: LoadedDocument & { kind: "document" } = {
  kind: "document",
  status: 404,
  content: { kind: "not-found" },
  articleId: null,
  isStored: false,
};
