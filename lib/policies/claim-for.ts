import type { Claim, Evidence } from "@/lib/claims/claim";
import { CONFIDENTIAL_SOURCE } from "@/lib/sources/labels";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { type Actor, isGuest } from "./actor";

/** A claim as an actor can see it: for guests, a confidential source is only described, as for readers. */
export function claimFor<C extends Claim>(actor: Actor, claim: C): C {
  return isGuest(actor) ? { ...claim, evidence: claim.evidence.map(withSourceDescribed) } : claim;
}

function withSourceDescribed(evidence: Evidence): Evidence {
  const { source } = evidence;
  if (!source.confidential) return evidence;
  return {
    ...evidence,
    // A quotation or the date of a meeting can reveal who it was.
    excerpt: null,
    accessedOn: null,
    archiveUrl: null,
    source: {
      // Not the source's id: that would reveal where else it is cited.
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
      details: NO_DETAILS,
      publishedOn: null,
      language: null,
      archiveUrl: null,
      keptAt: null,
      linkState: "unchecked",
    },
  };
}
