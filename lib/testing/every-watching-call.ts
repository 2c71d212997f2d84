import type { Claim } from "@/lib/claims/claim";
import type { Actor } from "@/lib/policies/actor";
import { checkPage } from "@/lib/workflows/watching/check-page";
import { adoptVerdict, findSameClaims, linkClaims, unlinkClaim } from "@/lib/workflows/watching/claim-family";
import {
  countWatching,
  listFlaggedClaims,
  listWatching,
  loadWatch,
} from "@/lib/workflows/watching/list-watching";
import { loadPageChange } from "@/lib/workflows/watching/load-page-change";
import { confirmFlag, reopenFlagged } from "@/lib/workflows/watching/resolve-flag";
import { setReviewDate } from "@/lib/workflows/watching/set-review-date";
import { setReviewDates } from "@/lib/workflows/watching/set-review-dates";

interface At {
  articleId: string;
  claim: Claim;
  otherClaim: Claim;
  sourceId: string;
}

const date = { on: "2100-01-01", reason: "New figures" };
const flag = { flagId: crypto.randomUUID(), note: "Checked" };

/** The part of `everyCall` about watching. */
export const everyWatchingCall: Record<string, (actor: Actor, at: At) => Promise<unknown>> = {
  adoptVerdict: (actor, { claim, otherClaim }) =>
    adoptVerdict(actor, { claimId: claim.id, revision: claim.revision, fromId: otherClaim.id }),
  checkPage: (actor, { sourceId }) => checkPage(actor, { sourceId }),
  confirmFlag: (actor) => confirmFlag(actor, flag),
  countWatching: (actor) => countWatching(actor),
  findSameClaims: (actor, { claim }) => findSameClaims(actor, { claimId: claim.id }),
  linkClaims: (actor, { claim, otherClaim }) =>
    linkClaims(actor, { claimId: claim.id, otherId: otherClaim.id }),
  listFlaggedClaims: (actor, { articleId }) => listFlaggedClaims(actor, { articleId }),
  listWatching: (actor) => listWatching(actor, {}),
  loadPageChange: (actor) => loadPageChange(actor, flag),
  loadWatch: (actor, { articleId, claim }) => loadWatch(actor, { articleId, claimId: claim.id }),
  reopenFlagged: (actor) => reopenFlagged(actor, flag),
  setReviewDate: (actor, { articleId, claim }) =>
    setReviewDate(actor, { articleId, claimId: claim.id, ...date }),
  setReviewDates: (actor, { articleId, claim }) =>
    setReviewDates(actor, { articleId, claimIds: [claim.id], ...date }),
  unlinkClaim: (actor, { claim }) => unlinkClaim(actor, { claimId: claim.id }),
};
