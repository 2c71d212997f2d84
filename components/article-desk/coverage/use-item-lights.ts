import { useMemo } from "react";
import type { Light } from "@/components/article-desk/marks/claim-marks";
import { useDesk } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { itemLights } from "./item-lights";

const NONE: readonly Light[] = [];

/** The items of the checklist as they are drawn over the text; none while it is closed. */
export function useItemLights(): readonly Light[] {
  const { checklist } = useDesk();
  const isOpen = useStore(checklist.isOpen);
  const items = useStore(checklist.listed);
  const currentKey = useStore(checklist.currentKey);
  return useMemo(() => (isOpen && items ? itemLights(items, currentKey) : NONE), [isOpen, items, currentKey]);
}
