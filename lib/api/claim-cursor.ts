/** A point in the reading order of an article's claims: start, minus the end, number. */
type ReadingOrder = readonly [start: number, minusEnd: number, number: number];

/** The cursor of a page of claims: a point in the text, so it stays valid when the claim there is deleted. */
export function formatClaimCursor(order: ReadingOrder | null): string | null {
  return order?.join("_") ?? null;
}

/** @returns null without a cursor, or if it is not a point in a text: the list then starts at the beginning */
export function parseClaimCursor(cursor: string | undefined): ReadingOrder | null {
  const match = /^(\d{1,9})_-(\d{1,9})_(\d{1,9})$/.exec(cursor ?? "");
  return match ? [Number(match[1]), -Number(match[2]), Number(match[3])] : null;
}
