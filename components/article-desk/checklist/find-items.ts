import type { CheckableItem } from "@/lib/checklist/checkable-item";
import { checkableItemsInSteps } from "@/lib/checklist/checkable-items";

/** Milliseconds of work until the page can draw and answer keys. */
const SLICE_MS = 12;

/** The items of a text, found between other work of the page. @param language of the text, BCP 47 */
export async function findItems(text: string, language: string): Promise<CheckableItem[]> {
  const steps = checkableItemsInSteps(text, language);
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    until = performance.now() + SLICE_MS;
  }
}
