import type { SearchPoint } from "@/lib/db/claim-search";

/** The cursor of a page of a search: the last claim on the page before, by the time of its last change and its id. */
export function formatSearchCursor(last: SearchPoint | undefined): string | null {
  return last ? `${last.updatedAt.getTime()}_${last.id}` : null;
}

/** @returns null without a cursor, or if it is not one of these: the list then starts at the beginning */
export function parseSearchCursor(cursor: string | undefined): SearchPoint | null {
  const match = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? "");
  return match ? { updatedAt: new Date(Number(match[1])), id: match[2] as string } : null;
}
