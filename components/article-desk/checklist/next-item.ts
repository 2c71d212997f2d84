import { itemKey } from "@/lib/checklist/checkable-item";
import type { ListedItem } from "@/lib/checklist/tick";

/**
 * The next or previous open item, going on from the other end after the last one.
 * @param items in text order
 * @param from an item, or an offset of the text
 * @returns null if no other item is open
 */
export function nextItem(
  items: readonly ListedItem[],
  from: ListedItem | number,
  by: 1 | -1,
): ListedItem | null {
  const at =
    typeof from === "number"
      ? firstFrom(items, from) - (by === 1 ? 1 : 0)
      : items.findIndex((item) => itemKey(item) === itemKey(from));
  for (let step = 1; step <= items.length; step++) {
    const item = items[(at + by * step + items.length * 2) % items.length];
    if (item?.status.kind === "open" && !(typeof from !== "number" && itemKey(item) === itemKey(from)))
      return item;
  }
  return null;
}

function firstFrom(items: readonly ListedItem[], offset: number): number {
  const index = items.findIndex(({ start }) => start >= offset);
  return index < 0 ? items.length : index;
}
