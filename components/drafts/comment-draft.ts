import type { PersonName } from "@/lib/claims/claim";

/** A passage that a comment is being written on. */
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
  /** People who were picked from the suggestions: of several people of one name, these are meant. */
  picked: PersonName[];
  /** Goes with every try to send it, so that it is posted once. */
  key: string;
  passage: DraftPassage | null;
}

const storeName = (place: string, subject: string) => `obelus:comment:${place}:${subject}`;

export function newDraft(text = "", picked: PersonName[] = []): CommentDraft {
  return { text, picked, key: crypto.randomUUID(), passage: null };
}

/** What this browser kept of a comment that was not sent. @param place whose, and in which article: `draftKey` @param subject what it is written on */
export function readDraft(place: string, subject: string): CommentDraft | null {
  const kept = localStorage.getItem(storeName(place, subject));
  if (!kept) return null;
  try {
    return JSON.parse(kept) as CommentDraft;
  } catch (cause) {
    console.warn("a kept comment could not be read", cause);
    return null;
  }
}

/** Keeps each keystroke; one that holds nothing is forgotten. */
export function keepDraft(place: string, subject: string, draft: CommentDraft | null): void {
  if (draft && (draft.text.trim() !== "" || draft.passage))
    localStorage.setItem(storeName(place, subject), JSON.stringify(draft));
  else localStorage.removeItem(storeName(place, subject));
}
