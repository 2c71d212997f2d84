import { formKey, readForm } from "@/components/drafts/form-draft";
import { browserStorage } from "@/components/storage/browser-storage";
import type { ImportDraft, ReadArticle } from "./import-types";
import { isWork, NO_WORK } from "./import-work";

/** The name under which the page that replaces the text of an article stores its draft. */
export function replacementDraft(articleId: string): string {
  return `replacement:${articleId}`;
}

/**
 * Adds an import to the stored draft of the page that replaces the text of an article, which then shows it. What was there stays.
 * @returns whether it will survive until that page opens
 */
export async function handOver(
  ownerId: string,
  articleId: string,
  { name, read, draft }: { name: string; read: ReadArticle; draft: ImportDraft },
): Promise<boolean> {
  // Large drafts are found a moment later.
  await browserStorage.ready();
  const key = formKey(ownerId, replacementDraft(articleId));
  const before = readForm(key, NO_WORK, isWork)?.value ?? NO_WORK;
  const items = [...before.items, { name, input: null, state: { kind: "ready", read, draft } }];
  return browserStorage.set(
    key,
    JSON.stringify({ value: { ...before, items, open: items.length - 1 }, at: new Date() }),
  );
}
