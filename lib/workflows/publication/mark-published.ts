import type { Claim } from "@/lib/claims/claim";
import { setPublished } from "@/lib/db/claims";
import { insertReviews } from "@/lib/db/reviews";
import type { Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policies/actor";
import { transition } from "@/lib/review/transition";

/**
 * Updates claim states for a publication, in its transaction: approved claims that readers now see become published, and published ones
 * that they no longer see become approved. The publication's own audit event covers this.
 * @param shown ids of the claims that readers now see
 */
export async function markPublished(
  tx: Tx,
  actor: Actor,
  claims: readonly Claim[],
  shown: ReadonlySet<string>,
  at: Date,
): Promise<void> {
  for (const action of ["publish", "unpublish"] as const) {
    const moving = claims.filter((claim) =>
      action === "publish"
        ? claim.state === "approved" && shown.has(claim.id)
        : claim.state === "published" && !shown.has(claim.id),
    );
    if (moving.length === 0) continue;
    const moved = moving.map((claim) => {
      const outcome = transition(
        {
          state: claim.state,
          excluded: claim.excluded,
          missing: [],
          ratingKey: claim.verdict?.ratingKey ?? null,
          requiredApprovals: claim.voting.required,
          votes: [],
        },
        { action },
      );
      if (!outcome.ok) throw new Error(`claim ${claim.id}: ${outcome.error.message}`);
      return { claim, toState: outcome.value.state };
    });
    await setPublished(
      tx,
      moved.map(({ claim }) => claim.id),
      action === "publish" ? "published" : "approved",
      at,
    );
    await insertReviews(
      tx,
      moved.map(({ claim, toState }) => ({
        claimId: claim.id,
        action,
        note: null,
        fromState: claim.state,
        toState,
        contentRevision: claim.contentRevision,
        actorId: actor.id,
      })),
    );
  }
}
