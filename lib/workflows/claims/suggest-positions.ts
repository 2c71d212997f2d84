import { z } from "zod";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import { type DescribedCandidate, findCandidates } from "@/lib/anchoring/find-candidates";
import { getVersionText } from "@/lib/db/articles";
import { findClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

const input = z.object({ claimId: z.string() });

/** The places of the article's text that are most like what a claim stood on, the best first. */
export async function suggestPositions(
  actor: Actor,
  given: z.input<typeof input>,
): Promise<Result<DescribedCandidate[], Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const claim = await findClaim(parsed.value.claimId);
  if (!claim || claim.deleted) return notFound("claim");
  const { versionId, before, exact, outcome } = claim.anchor;
  const text = await getVersionText(versionId);
  const places = findCandidates(text, before ?? exact).filter(
    // The place that was found already stands above them.
    ({ start, end }) => outcome !== "changed" || end <= claim.anchor.start || claim.anchor.end <= start,
  );
  return ok(places.map(({ start, end, score }) => ({ ...describeAnchor(text, start, end), score })));
}
