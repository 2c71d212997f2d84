/**
 * The step by which a claim was returned, if it has not been submitted since.
 * @param items steps of the claim, newest first
 */
export function openReturn<Item extends { action: string }>(items: readonly Item[]): Item | null {
  const last = items.find(({ action }) => action === "return" || action === "submit");
  return last?.action === "return" ? last : null;
}
