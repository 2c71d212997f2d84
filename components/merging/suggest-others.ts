import type { Suggest } from "@/components/ui/suggesting-combobox";

/** Suggestions without one record: nothing is a duplicate of itself. */
export function suggestOthers<Item extends { id: string }>(search: Suggest<Item>, id: string): Suggest<Item> {
  return async (input, options) => {
    const found = await search(input, options);
    return found.ok ? { ok: true, value: found.value.filter((item) => item.id !== id) } : found;
  };
}
