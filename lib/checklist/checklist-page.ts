import type { CheckableItem, CheckableKind } from "./checkable-item";
import { checkableItems } from "./checkable-items";
import { type CoveringClaim, countItems, type ListedItem, listItems, type Tick } from "./tick";

/** What an item can be: open, ticked off, skipped with a reason, or covered by an approved claim. */
export const ITEM_STATES = ["open", "checked", "skipped", "claimed"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** A version of a text with what is known of its items. */
export interface ChecklistGround {
  /** The canonical text. */
  text: string;
  /** BCP 47 */
  language: string;
  versionId: string;
  ticks: readonly Tick[];
  claims: readonly CoveringClaim[];
}

export interface ChecklistQuery {
  /** Missing for all. */
  kind?: CheckableKind | undefined;
  state?: ItemState | undefined;
  /** Position in the complete list, from 0, at which the page begins. */
  from: number;
  limit: number;
}

/** An item with its words. */
export type ShownItem = ListedItem & { exact: string };

export interface ChecklistPage {
  items: ShownItem[];
  /** Number of all that match. */
  total: number;
  /** The position at which the next page begins; null on the last one. */
  next: number | null;
  counts: Record<CheckableKind, { done: number; total: number }>;
}

/** A page of the names, figures and quotations of a text, in text order, with what is known of each. Its cost grows with the length of the text. */
export function checklistPage(
  { text, language, versionId, ticks, claims }: ChecklistGround,
  { kind, state, from, limit }: ChecklistQuery,
): ChecklistPage {
  const listed = listItems(checkableItems(text, language), ticks, claims, versionId);
  const items: ShownItem[] = [];
  let total = 0;
  let next: number | null = null;
  for (const [position, item] of listed.entries()) {
    if (kind !== undefined && item.kind !== kind) continue;
    if (state !== undefined && stateOf(item) !== state) continue;
    total += 1;
    if (position < from) continue;
    if (items.length < limit) items.push({ ...item, exact: exactOf(text, item) });
    else next ??= position;
  }
  return { items, total, next, counts: countItems(listed) };
}

export function stateOf({ status }: Pick<ListedItem, "status">): ItemState {
  return status.kind === "ticked" ? status.tick.outcome : status.kind;
}

const exactOf = (text: string, { start, end }: CheckableItem) => text.slice(start, end);
