import type { Claim, PersonName } from "@/lib/claims/claim";
import { isSigned, needsChecking } from "@/lib/claims/claim";
import type { CheckableItem, CheckableKind } from "./checkable-item";

/** How an item was ticked off: it is right, or it can't or need not be checked. */
export const TICK_OUTCOMES = ["checked", "skipped"] as const;
export type TickOutcome = (typeof TICK_OUTCOMES)[number];

/** An item that a person ticked off, where it is in the current version. */
export interface Tick extends CheckableItem {
  id: string;
  /** The text of the item. */
  exact: string;
  outcome: TickOutcome;
  /** Why it was skipped; null for a checked one. */
  reason: string | null;
  by: PersonName;
  /** ISO 8601 instant. */
  at: string;
  /** Number of the version in which it was ticked off. It is carried into later ones while its text is unchanged. */
  version: number;
}

/** What became of an item that someone ticked off, skipped or opened again. */
export interface MarkedItem {
  articleId: string;
  versionId: string;
  item: CheckableItem;
  /** Null if the item is open. */
  tick: Tick | null;
}

/** What is known of an item. */
export type ItemStatus =
  | { kind: "open" }
  /** Someone ticked it off. */
  | { kind: "ticked"; tick: Tick }
  /** An approved claim covers it. */
  | { kind: "claimed"; claimNumber: number };

export interface ListedItem extends CheckableItem {
  status: ItemStatus;
}

/** A claim as far as it ticks off what it covers. */
export type CoveringClaim = Pick<Claim, "number" | "state" | "excluded"> & {
  anchor: Pick<Claim["anchor"], "start" | "end" | "outcome" | "versionId">;
};

/**
 * The items of a version with what is known of each. A tick counts for every item of its kind inside it, and an approved claim for every
 * item inside its highlight, unless its position needs checking.
 * @param items in text order
 * @param claims of the same version or others, which do not count
 */
export function listItems(
  items: readonly CheckableItem[],
  ticks: readonly Tick[],
  claims: readonly CoveringClaim[],
  versionId: string,
): ListedItem[] {
  const ofKind = (kind: CheckableKind) => covering(ticks.filter((tick) => tick.kind === kind));
  const ticksOf = { name: ofKind("name"), figure: ofKind("figure"), quotation: ofKind("quotation") };
  const claimOf = covering(
    claims
      .filter(
        ({ anchor, excluded, ...claim }) =>
          isSigned(claim) && !excluded && anchor.versionId === versionId && !needsChecking(anchor),
      )
      .map(({ number, anchor }) => ({ number, start: anchor.start, end: anchor.end })),
  );
  return items.map(({ kind, start, end }) => {
    const item = { kind, start, end };
    const tick = ticksOf[kind](item);
    if (tick) return { ...item, status: { kind: "ticked", tick } };
    const claim = claimOf(item);
    return { ...item, status: claim ? { kind: "claimed", claimNumber: claim.number } : { kind: "open" } };
  });
}

/** Finds a range that contains an item. Items have to be asked for in text order. */
function covering<R extends { start: number; end: number }>(ranges: readonly R[]) {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  let next = 0;
  /** Of the ranges that begin at or before the item, those that can still contain one. */
  let open: R[] = [];
  return ({ start, end }: { start: number; end: number }): R | null => {
    while (next < sorted.length && (sorted[next] as R).start <= start) {
      const range = sorted[next++] as R;
      // From here on, an earlier one that ends no later contains nothing that this one does not.
      open = open.filter((each) => each.end > range.end);
      open.push(range);
    }
    open = open.filter((range) => range.end > start);
    return open.findLast((range) => range.end >= end) ?? null;
  };
}

/** How many items of each kind there are, and how many are not open. */
export function countItems(
  items: readonly ListedItem[],
): Record<CheckableKind, { done: number; total: number }> {
  const counts = {
    name: { done: 0, total: 0 },
    figure: { done: 0, total: 0 },
    quotation: { done: 0, total: 0 },
  };
  for (const { kind, status } of items) {
    counts[kind].total += 1;
    if (status.kind !== "open") counts[kind].done += 1;
  }
  return counts;
}
