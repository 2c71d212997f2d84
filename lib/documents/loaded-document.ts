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
      /** Path of the same as Markdown, if there is one. */
      markdownPath?: string;
    }
  | { kind: "redirect"; to: string };

/** What every address without a document shows. */
export const NOT_FOUND: LoadedDocument & { kind: "document" } = {
  kind: "document",
  status: 404,
  content: { kind: "not-found" },
  articleId: null,
  isStored: false,
};
