/**
 * Why the browser could not store something, so that a reload would lose it: "blocked" by its settings, "full", or "broken" for anything
 * else, such as a damaged database.
 */
export type StorageLoss = "blocked" | "full" | "broken";

let current: StorageLoss | null = null;
const watchers = new Set<() => void>();

/** What `reportLoss` was first called with since the page was loaded; null if everything could be stored. */
export function currentLoss(): StorageLoss | null {
  return current;
}

/** Records that something could not be stored. Only the first time counts: the editor sees one notice per page load. */
export function reportLoss(cause: unknown): void {
  if (current) return;
  console.warn("this browser could not store what was typed", cause);
  current = lossOf(cause);
  for (const watcher of watchers) watcher();
}

/** Calls back when something could not be stored. @returns stops watching */
export function watchLoss(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Browsers name their refusals: SecurityError for storage that the settings block, QuotaExceededError for a full one. */
export function lossOf(cause: unknown): StorageLoss {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : "";
  if (name === "SecurityError") return "blocked";
  return name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED" ? "full" : "broken";
}
