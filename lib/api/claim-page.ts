import type { Claim } from "@/lib/claims/claim";

/** Sort keys of the reading order. */
const orderOf = ({ anchor, number }: Claim) => [anchor.start, -anchor.end, number] as const;

/** A page of an article's claims. The cursor is a position in the text, so it stays valid when the claim there is deleted. */
export function claimPage(
  claims: readonly Claim[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): { items: Claim[]; nextCursor: string | null } {
  const after = cursor?.split("_").map(Number) ?? [];
  const rest = cursor === undefined ? claims : claims.filter((claim) => isBehind(orderOf(claim), after));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && rest.length > limit ? orderOf(last).join("_") : null };
}

function isBehind(order: readonly number[], after: readonly number[]): boolean {
  for (const [index, value] of order.entries()) {
    const other = after[index] ?? 0;
    if (value !== other) return value > other;
  }
  return false;
}
