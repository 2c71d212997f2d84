/** What schema.org calls a Person, and two things that it calls an Organization. */
export const CLAIMANT_KINDS = ["person", "organisation", "group"] as const;
export type ClaimantKind = (typeof CLAIMANT_KINDS)[number];

/** Who makes claims: one entry for all claims of all articles. Two claimants can have one name; the description tells them apart. */
export interface Claimant {
  id: string;
  kind: ClaimantKind;
  name: string;
  /** Who they are, for the desk: "mayor of Lindhaven". Readers see the role that a claim states. */
  description: string | null;
  /** Other names by which they are found: "AP". */
  aliases: string[];
  /** Addresses of pages about them, such as their entry in Wikidata; http or https. */
  sameAs: string[];
  /** Raised by every change; an edit based on an older one is a conflict. */
  revision: number;
}

/** A claimant as one claim names them. */
export interface ClaimedBy extends Pick<Claimant, "id" | "kind" | "name" | "sameAs"> {
  /** Their role at the time of the claim: "then foreign minister of Taiwan". */
  role: string | null;
}
