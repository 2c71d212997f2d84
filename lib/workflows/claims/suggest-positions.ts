import { z } from "zod";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import { type DescribedCandidate, findCandidates } from "@/lib/anchoring/find-candidates";
import { getVersionText } from "@/lib/db/article-versions";
import { findClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({ claimId: z.string() });

/** The passages of the article that are most similar to a claim's last confirmed text, best first. */
export async function suggestPositions(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<DescribedCandidate[], Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const claim = await findClaim(parsed.value.claimId);
  if (!claim || claim.deleted) return notFound("claim");
  const { versionId, before, exact, outcome } = claim.anchor;
  const text = await getVersionText(versionId);
  const candidates = findCandidates(text, before ?? exact).filter(
    // The position already found is shown above them.
    ({ start, end }) => outcome !== "changed" || end <= claim.anchor.start || claim.anchor.end <= start,
  );
  return ok(candidates.map(({ start, end, score }) => ({ ...describeAnchor(text, start, end), score })));
}
