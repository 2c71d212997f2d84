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
  const stored = localStorage.getItem(itemName(storageKey, subject));
  if (!stored) return null;
  try {
    return JSON.parse(stored) as CommentDraft;
  } catch (cause) {
    console.warn("a stored comment draft could not be read", cause);
    return null;
  }
}

/** Stores a draft after each keystroke. An empty one is removed. */
export function keepDraft(storageKey: string, subject: string, draft: CommentDraft | null): void {
  if (draft && (draft.text.trim() !== "" || draft.passage))
    localStorage.setItem(itemName(storageKey, subject), JSON.stringify(draft));
  else localStorage.removeItem(itemName(storageKey, subject));
}
