import { type CheckableItem, itemKey } from "@/lib/checklist/checkable-item";
import type { Tick } from "@/lib/checklist/tick";
import type { MarkItemInput } from "@/lib/checklist/tick-input";
import type { PersonName } from "@/lib/claims/claim";

/** Ticks without those that count for an item. */
export function withoutItem(ticks: readonly Tick[], item: CheckableItem): Tick[] {
  return ticks.filter(({ kind, start, end }) => kind !== item.kind || start > item.start || end < item.end);
}

/** Ticks as they are after a mark, before the server has answered. @param now ISO 8601 instant */
export function withMark(
  ticks: readonly Tick[],
  { item, as, reason }: Pick<MarkItemInput, "item" | "as" | "reason">,
  { by, now, version, text }: { by: PersonName; now: string; version: number; text: string },
): Tick[] {
  const others = withoutItem(ticks, item);
  if (as === "open") return others;
  return [
    ...others,
    {
      ...item,
      id: `unsent ${itemKey(item)}`,
      exact: text.slice(item.start, item.end),
      outcome: as,
      reason: as === "skipped" ? (reason ?? null) : null,
      by,
      at: now,
      version,
    },
  ];
}

/** Replaces the ticks with the requested ids by the fetched ones. @param ids null replaces all */
export function withFetched(
  ticks: readonly Tick[],
  fetched: readonly Tick[],
  ids: readonly string[] | null,
): Tick[] {
  if (ids === null) return [...fetched];
  const requested = new Set(ids);
  let shown = ticks.filter(({ id }) => !requested.has(id));
  // One that is not answered yet gives way to what the server has for its item.
  for (const tick of fetched) shown = [...withoutItem(shown, tick), tick];
  return shown;
}
