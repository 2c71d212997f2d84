import type { Claim } from "@/lib/claims/claim";

/** The order of the text, as the lists of claims have it. */
const orderOf = ({ anchor, number }: Claim) => [anchor.start, -anchor.end, number] as const;

/** A page of an article's claims. Its cursor names a place in the text, which stays right when the claim there is gone. */
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

function isBehind(place: readonly number[], after: readonly number[]): boolean {
  for (const [index, value] of place.entries()) {
    const other = after[index] ?? 0;
    if (value !== other) return value > other;
  }
  return false;
}
