import { browserStorage } from "@/components/storage/browser-storage";
import { isRecord, readJson } from "@/components/storage/stored-json";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import type { ClaimDraft } from "./claim-draft";
import { claimDraftName } from "./draft-key";

/** What this browser stores in the place of a discarded draft until the server has dropped it, too. */
interface DiscardedDraft {
  /** The `idempotencyKey` of the form: a draft of the same form may still be on its way to the server. */
  discarded: string;
  /** ISO 8601 instant. */
  at: string;
}

/**
 * Remembers that a draft of a claim was discarded. Without that, a page that is loaded before the server has dropped it opens it again.
 * @param storageKey identifies the person and the article: `draftKeyFor`
 * @param subject id of the claim, or "new"
 */
export function markDiscarded(storageKey: string, subject: string, draft: ClaimDraft): void {
  const marked: DiscardedDraft = { discarded: draft.idempotencyKey, at: new Date().toISOString() };
  void browserStorage.set(claimDraftName(storageKey, subject), JSON.stringify(marked));
}

/** To be called when the server has dropped a draft. One that was typed since stays. */
export function forgetDiscarded(storageKey: string, subject: string): void {
  if (readDiscarded(storageKey, subject)) browserStorage.remove(claimDraftName(storageKey, subject));
}

/** Whether the draft that the server has of a claim was discarded here. */
export function wasDiscarded(storageKey: string, subject: string, there: ClaimDraft): boolean {
  const marked = readDiscarded(storageKey, subject);
  return marked !== null && marked.discarded === there.idempotencyKey;
}

/**
 * Says again which of some drafts were discarded here: their page may have been left before the server knew.
 * @param drop drops a draft on the server
 */
export async function dropDiscarded(
  storageKey: string,
  subjects: readonly string[],
  drop: (subject: string) => Promise<Result<unknown, Failure>>,
): Promise<void> {
  for (const subject of subjects) {
    if (!readDiscarded(storageKey, subject)) continue;
    const dropped = await attempt(() => drop(subject));
    if (dropped.ok) forgetDiscarded(storageKey, subject);
  }
}

function readDiscarded(storageKey: string, subject: string): DiscardedDraft | null {
  return readJson(browserStorage, claimDraftName(storageKey, subject), isDiscardedDraft);
}

function isDiscardedDraft(value: unknown): value is DiscardedDraft {
  return isRecord(value) && typeof value.discarded === "string" && typeof value.at === "string";
}
