import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { inTransactionOnce } from "@/lib/db/applied-operations";
import { getVersionText } from "@/lib/db/article-versions";
import { findClaim } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import { operationId } from "@/lib/input-fields";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { invalid, notFound, parseInput } from "@/lib/workflows/refusals";
import { lockClaimAtVersion } from "./lock-claim-at-version";
import { anchorOf, describeRange, moveClaim } from "./move-claim";

const inputSchema = z.object({
  claimId: z.string(),
  revision: z.int(),
  /** The version that the range is in. */
  versionId: z.string(),
  /** UTF-16 offsets into that version's text; null confirms the position that was found. */
  range: z.object({ start: z.int(), end: z.int() }).nullable(),
  operationId,
});

export type ConfirmAnchorInput = z.input<typeof inputSchema>;

/** Confirms a claim's position: the one that was found, or one that an editor selected. */
export async function confirmAnchor(
  actor: Actor,
  input: ConfirmAnchorInput,
): Promise<Result<Claim, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { claimId, revision, versionId, range, operationId: key } = parsed.value;

  return inTransactionOnce(actor.id, key, async (tx) => {
    const locked = await lockClaimAtVersion(tx, actor, { claimId, revision, versionId });
    if (!locked.ok) return locked;
    const before = locked.value;
    if (!range && before.anchor.outcome !== "changed")
      return invalid(
        "No position was found for this claim. Select its text in the article, then attach the claim to it.",
      );
    const anchor = range ? describeRange(await getVersionText(versionId, tx), range) : ok(anchorOf(before));
    if (!anchor.ok) return anchor;
    await moveClaim(tx, actor, before, anchor.value);
    const after = await findClaim(claimId, tx);
    return after ? ok(after) : notFound("claim");
  });
}
