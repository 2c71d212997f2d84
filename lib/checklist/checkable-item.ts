import type { TextRange } from "@/lib/anchoring/text-range";

/** What a checker ticks off, word by word. */
export const CHECKABLE_KINDS = ["name", "figure", "quotation"] as const;
export type CheckableKind = (typeof CHECKABLE_KINDS)[number];

/** Something in a text to tick off. Offsets are UTF-16 units of the canonical text. */
export interface CheckableItem extends TextRange {
  kind: CheckableKind;
}

/** The longest item, in UTF-16 units. Only a quotation can reach it; it then ends there. */
export const MAX_ITEM_LENGTH = 5_000;

/** The identity of an item within one version of a text. */
export function itemKey({ kind, start, end }: CheckableItem): string {
  return `${kind} ${start} ${end}`;
}
