import { browserStorage } from "@/components/storage/browser-storage";
import { isRecord, readJson } from "@/components/storage/stored-json";
import type { PersonName } from "@/lib/claims/claim";

/** The passage that a comment is about. */
export interface DraftPassage {
  versionId: string;
  /** UTF-16 offsets into that version's text. */
  start: number;
  end: number;
  exact: string;
}

/** A comment that is being written. */
export interface CommentDraft {
  text: string;
  /** People picked from the suggestions. They decide which person a mention means if several share a name. */
  picked: PersonName[];
  /** Sent with each attempt to post the comment, so that it is posted once. */
  key: string;
  passage: DraftPassage | null;
  /** When it was stored, ISO 8601; missing in drafts that earlier versions stored. */
  at?: string;
}

const itemName = (storageKey: string, subject: string) => `obelus:comment:${storageKey}:${subject}`;

export function newDraft(text = "", picked: PersonName[] = []): CommentDraft {
  return { text, picked, key: crypto.randomUUID(), passage: null };
}

/**
 * The stored draft of a comment; null for none.
 * @param storageKey identifies the person and the article: `draftKey`
 * @param subject what the comment is about
 */
export function readDraft(storageKey: string, subject: string): CommentDraft | null {
  return readJson(browserStorage, itemName(storageKey, subject), isCommentDraft);
}

/**
 * Stores a draft after each keystroke. One that is empty or contains only what the form opened with is removed.
 * @param initial the text that the form opened with
 * @returns whether nothing is lost in a reload
 */
export async function storeCommentDraft(
  storageKey: string,
  subject: string,
  draft: CommentDraft | null,
  initial = "",
): Promise<boolean> {
  const name = itemName(storageKey, subject);
  if (draft && isTyped(draft, initial))
    return browserStorage.set(name, JSON.stringify({ ...draft, at: new Date().toISOString() }));
  browserStorage.remove(name);
  return true;
}

/** Whether a draft contains more than the form opened with. An edit that removes all of the text does. @param initial the text that the form opened with */
export function isTyped(draft: CommentDraft, initial = ""): boolean {
  return draft.text.trim() !== initial.trim();
}

/** Whether two drafts are the same comment with the same text. */
export function isSameComment(a: CommentDraft, b: CommentDraft): boolean {
  return a.key === b.key && a.text === b.text;
}

function isCommentDraft(value: unknown): value is CommentDraft {
  return (
    isRecord(value) &&
    typeof value.text === "string" &&
    typeof value.key === "string" &&
    Array.isArray(value.picked) &&
    (value.passage === null || isRecord(value.passage))
  );
}
