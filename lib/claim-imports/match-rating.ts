import type { Rating } from "@/lib/ratings/rating";
import type { ReadClaim } from "./read-claim";

/** Names of ratings are equal if only case, spaces, hyphens and punctuation differ: "Needs context!" and "needs-context". */
export function foldRatingName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Finds ratings of a scale by their key or their label. @returns the key of the rating; null if the scale has none by that name */
export function ratingMatcher(
  ratings: readonly Pick<Rating, "key" | "label">[],
): (rating: { key: string | null; label: string }) => string | null {
  const byName = new Map<string, string>();
  for (const { key } of ratings) byName.set(foldRatingName(key), key);
  // A label is what people see: it wins where another rating's key is the same word.
  for (const { key, label } of ratings) byName.set(foldRatingName(label), key);
  return ({ key, label }) =>
    byName.get(foldRatingName(label)) ?? (key === null ? null : (byName.get(foldRatingName(key)) ?? null));
}

/** A claim whose rating is one of its tags, as annotation tools without ratings have it; its note then gives the reasons. */
export function rateByTag(
  claim: ReadClaim,
  match: ReturnType<typeof ratingMatcher>,
): { label: string; tags: string[] } | null {
  if (claim.rating) return null;
  const label = claim.tags.find((tag) => match({ key: null, label: tag }) !== null);
  return label === undefined ? null : { label, tags: claim.tags.filter((tag) => tag !== label) };
}
