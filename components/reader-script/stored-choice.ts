/** What a reader chose, for the next page; null if nothing is stored, or the browser stores nothing. */
export function findChoice(name: string): string | null {
  try {
    return localStorage.getItem(`obelus.${name}`);
  } catch {
    return null;
  }
}

/** Stores what a reader chose. If the browser stores nothing, the choice holds for this page. */
export function storeChoice(name: string, value: string): void {
  // Writing takes time, even if nothing changes.
  if (findChoice(name) === value) return;
  try {
    localStorage.setItem(`obelus.${name}`, value);
  } catch {
    // Storage can be full or blocked.
  }
}
