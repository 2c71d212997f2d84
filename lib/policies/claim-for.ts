import type { Claim, Evidence } from "@/lib/claims/claim";
import { CONFIDENTIAL_SOURCE } from "@/lib/sources/labels";
import { type Actor, isGuest } from "./actor";

/** A claim as an actor may read it: to guests, a confidential source is described as it is to readers. */
export function claimFor<C extends Claim>(actor: Actor, claim: C): C {
  return isGuest(actor) ? { ...claim, evidence: claim.evidence.map(asDescribed) } : claim;
}

function asDescribed(evidence: Evidence): Evidence {
  const { source } = evidence;
  if (!source.confidential) return evidence;
  return {
    ...evidence,
    // What somebody said, and the day that they were met, may say who it was.
    excerpt: null,
    accessedOn: null,
    archiveUrl: null,
    source: {
      // The same source elsewhere is not to be known again.
      id: evidence.id,
      title: source.publicDescription ?? CONFIDENTIAL_SOURCE,
      publicDescription: source.publicDescription,
      confidential: true,
      kind: source.kind,
      primary: source.primary,
      url: null,
      doi: null,
      authors: [],
      publisher: null,
      publishedOn: null,
      language: null,
      archiveUrl: null,
      keptAt: null,
      linkState: "unchecked",
    },
  };
}
