import type { BrowserStorage } from "@/components/storage/browser-storage";
import { isRecord } from "@/components/storage/stored-json";

/** What every key of a draft begins with: claims, comments, notes and edits of a text, and all other forms. */
const PREFIXES = ["obelus:draft:", "obelus:comment:", "obelus:text:", "obelus:form:"] as const;
const DAYS = 30;

/**
 * Drops drafts that were last changed more than 30 days ago. Earlier versions stored some without a date; those get today's and are dropped
 * 30 days from now.
 */
export function dropOldDrafts(storage: BrowserStorage, now: Date): void {
  const oldest = new Date(now.getTime() - DAYS * 86_400_000).toISOString();
  for (const key of PREFIXES.flatMap((prefix) => storage.keys(prefix))) {
    const text = storage.get(key);
    if (text === null) continue;
    const draft = draftIn(text);
    if (typeof draft.at !== "string")
      void storage.set(key, JSON.stringify({ ...draft, at: now.toISOString() }));
    else if (draft.at < oldest) storage.remove(key);
  }
}

/** A stored draft as an object: a plain text, as earlier versions stored it, becomes its field `text`. */
export function draftIn(stored: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored);
    if (isRecord(value)) return value;
  } catch {
    // It is a plain text.
  }
  return { text: stored };
}
