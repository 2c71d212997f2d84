import type { Light } from "@/components/article-desk/marks/claim-marks";
import { itemKey } from "@/lib/checklist/checkable-item";
import type { ListedItem } from "@/lib/checklist/tick";

/** How items are drawn in the text: open ones underlined, others grey, the current one highlighted as well. */
export function itemLights(items: readonly ListedItem[], currentKey: string | null): Light[] {
  return items.flatMap((item) => {
    const { start, end, status } = item;
    const light: Light = { start, end, look: status.kind === "open" ? "item" : "item-done" };
    return itemKey(item) === currentKey ? [light, { start, end, look: "item-here" }] : [light];
  });
}
