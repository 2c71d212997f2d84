import { readClaimant } from "./read-claimant";

/** A claimant in one text as fields of a claim. */
export interface SplitClaimant {
  /** Null for a blank text. */
  claimant: { name: string; role: string | null } | null;
  carriedBy: string | null;
  tags: string[];
}

/**
 * Splits a claimant that earlier releases stored as one text: "Vladimir Putin, as reported by the Associated Press (text altered)". A note becomes a
 * tag; one that has no room there stays in brackets behind who carried the claim.
 * @param tags of the claim
 * @param limits the longest tag in UTF-16 units, and how many tags a claim can have
 */
export function splitClaimantText(
  text: string,
  tags: readonly string[],
  limits: { tag: number; tags: number },
): SplitClaimant {
  if (text.trim() === "") return { claimant: null, carriedBy: null, tags: [...tags] };
  const { name, role, carriedBy, note } = readClaimant(text);
  const claimant = { name, role };
  if (note === null || tags.includes(note)) return { claimant, carriedBy, tags: [...tags] };
  if (note.length <= limits.tag && tags.length < limits.tags && !note.includes(","))
    return { claimant, carriedBy, tags: [...tags, note] };
  return { claimant, carriedBy: [carriedBy, `(${note})`].filter(Boolean).join(" "), tags: [...tags] };
}
