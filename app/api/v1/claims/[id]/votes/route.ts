import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/reviews";
import { checkPrecondition, etagOf } from "@/lib/api/precondition";
import { presentBallot } from "@/lib/api/presenters/present-ballot";
import { presentClaim } from "@/lib/api/presenters/present-claim";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getClaim } from "@/lib/workflows/claims/get-claim";
import { castVote } from "@/lib/workflows/review/cast-vote";

const cast = endpoint(operations.castVote, async ({ actor, params, body, precondition }) => {
  const claimId = params.id ?? "";
  const before = await getClaim(actor, { claimId });
  if (!before.ok) return before;
  const met = checkPrecondition(precondition, before.value, presentClaim(before.value));
  if (!met.ok) return met;
  const { contentRevision } = before.value;
  const voted = await castVote(actor, { claimId, contentRevision, ratingKey: body.rating, note: body.note });
  if (!voted.ok) return voted;
  const { claim, ballot } = voted.value;
  return ok({
    body: { claim: presentClaim(claim), ballot: presentBallot(ballot) },
    headers: { etag: etagOf(claim) },
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(cast);
