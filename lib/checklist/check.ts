import type { PersonName } from "@/lib/claims/claim";
import type { CheckableKind } from "./checkable-item";

/** What a person did that checked a passage. */
export const CHECK_ACTIONS = ["ticked", "skipped", "verdict", "approved"] as const;
export type CheckAction = (typeof CHECK_ACTIONS)[number];

/** An entry in the record of checking: who checked which passage, when, and at which version. */
export interface Check {
  /** Unique in the record. */
  id: string;
  /** ISO 8601 instant. */
  at: string;
  by: PersonName;
  action: CheckAction;
  kind: CheckableKind | "claim";
  /** The passage at that version. */
  passage: string;
  /** Of the claim; null for an item of the text. */
  claimId: string | null;
  claimNumber: number | null;
  /** The label of the verdict that was set or approved; null for an item of the text. */
  rating: string | null;
  /** Why an item was skipped. */
  reason: string | null;
  /** Number of the version at that time. */
  version: number;
  /** Whether it still counts in the current version: it was not undone, its text is unchanged, the verdict is still the claim's. */
  current: boolean;
  /** Who undid it and when. */
  undone: { by: PersonName; at: string } | null;
}

/** A point in the record, newest first. */
export interface CheckPoint {
  /** ISO 8601 instant with milliseconds. */
  at: string;
  id: string;
}

/** The cursor of a page of the record. */
export function formatCheckCursor(point: CheckPoint | null): string | null {
  return point && `${Date.parse(point.at)}_${point.id}`;
}

/** @returns null without a cursor, or if it is none: the list then starts at the newest */
export function parseCheckCursor(cursor: string | undefined): CheckPoint | null {
  const match = /^(\d{1,14})_([a-z]-[0-9a-f-]{36})$/.exec(cursor ?? "");
  return match ? { at: new Date(Number(match[1])).toISOString(), id: match[2] as string } : null;
}
