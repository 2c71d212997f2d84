import { isLike } from "@/components/drafts/form-draft";
import { articleSchema } from "@/lib/document/schema";
import { EMPTY_DRAFT, type ImportDraft, type ImportInput } from "./import-types";
import type { ImportItem } from "./use-import-queue";

/** An import as the browser stores it. */
export interface StoredItem {
  name: string;
  /** Null for a file: a browser cannot store which one it was. */
  input: Exclude<ImportInput, { file: File }> | null;
  state: Exclude<ImportItem["state"], { kind: "reading" | "imported" }>;
}

/** Everything on the page for new articles that is not saved yet. */
export interface ImportWork {
  /** The address in the field above, which may not be fetched yet. */
  address: string;
  /** What is typed without an import. */
  own: ImportDraft;
  items: StoredItem[];
  /** Which of the items is under review; null for none. */
  open: number | null;
}

export const NO_WORK: ImportWork = { address: "", own: EMPTY_DRAFT, items: [], open: null };

/**
 * The imports as they are stored. One that is being read is read again after a reload; a file that is not read yet cannot be, and what is
 * imported is not stored.
 */
export function storedItems(items: readonly ImportItem[]): { item: ImportItem; stored: StoredItem }[] {
  return items.flatMap((item) => {
    const { name, state } = item;
    if (state.kind === "imported") return [];
    const input = item.input === null || "file" in item.input ? null : item.input;
    // Once it is read, the pasted text is no longer needed.
    if (state.kind === "ready" || state.kind === "list")
      return { item, stored: { name, input: null, state } };
    if (input === null) return [];
    return { item, stored: { name, input, state: state.kind === "reading" ? { kind: "waiting" } : state } };
  });
}

/** Whether a stored value can be shown: a draft of another build may hold a text that today's schema refuses. */
export function isWork({ own, items, open }: ImportWork): boolean {
  return (
    isDraft(own) &&
    items.every(isItem) &&
    (open === null || (typeof open === "number" && items[open]?.state.kind === "ready"))
  );
}

/** Whether a stored value is a draft with a text of today's schema. */
export function isDraft(value: unknown): value is ImportDraft {
  if (!isLike(EMPTY_DRAFT, value)) return false;
  try {
    articleSchema.nodeFromJSON(value.doc).check();
    return true;
  } catch {
    return false;
  }
}

function isItem(value: unknown): boolean {
  const { name, state } = (value ?? {}) as Partial<StoredItem>;
  if (typeof name !== "string" || !state) return false;
  switch (state.kind) {
    case "waiting":
      return true;
    case "failed":
      return typeof state.message === "string";
    case "list":
      return Array.isArray(state.list?.entries);
    case "ready":
      return isDraft(state.draft) && Array.isArray(state.read?.notes) && typeof state.read.words === "number";
    default:
      return false;
  }
}
