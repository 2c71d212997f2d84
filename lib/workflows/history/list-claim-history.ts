import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import { claimStateLabels } from "@/lib/claims/labels";
import { findClaim } from "@/lib/db/claims";
import { listReviews, listVerdicts } from "@/lib/db/reviews";
import { listVotes } from "@/lib/db/votes";
import type { Failure } from "@/lib/failure";
import type { Difference } from "@/lib/history/describe-event";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { ReviewStepName } from "@/lib/review/transition";
import { visibleVotes } from "@/lib/review/vote";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { listClaimChanges } from "./list-claim-changes";

export interface ClaimHistoryItem {
  /** "decide": the last vote, which made the claim approved or disputed. */
  action: ReviewStepName | "mark" | "verdict" | "decide" | "change";
  note: string | null;
  actor: PersonName;
  /** ISO 8601 instant. */
  at: string;
  /** With "verdict" and "vote": the rating's label; with "decide": the state. */
  ratingLabel: string | null;
  /** With "change": what was done, and the differences. */
  change: { did: string; differences: Difference[] } | null;
}

const inputSchema = z.object({ claimId: z.string() });

/** The history of a claim, newest first. Votes are included only for people who can see them. */
export async function listClaimHistory(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<ClaimHistoryItem[], Failure>> {
  const allowed = asResult(can(actor, "read-history", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const claim = await findClaim(parsed.value.claimId);
  if (!claim) return notFound("claim");
  const [reviews, verdicts, votes, changes] = await Promise.all([
    listReviews(claim.id),
    listVerdicts(claim.id),
    listVotes(claim.id),
    listClaimChanges(claim.id, actor),
  ]);
  // Later verdicts are shown by the changes that set them.
  verdicts.sort((a, b) => (a.at < b.at ? 1 : -1));
  const decided = new Set(
    reviews.filter(({ action }) => action === "vote").map(({ contentRevision }) => contentRevision),
  );
  const items: ClaimHistoryItem[] = [
    ...reviews.map(
      ({ action, note, actor: by, at, toState }): ClaimHistoryItem =>
        action === "vote"
          ? {
              action: "decide",
              note,
              actor: by,
              at,
              ratingLabel: claimStateLabels[toState].toLowerCase(),
              change: null,
            }
          : { action, note, actor: by, at, ratingLabel: null, change: null },
    ),
    ...visibleVotes(actor.id, claim, votes, decided).map((vote) => ({
      action: "vote" as const,
      note: vote.note,
      actor: vote.voter,
      at: vote.at,
      ratingLabel: vote.rating.label,
      change: null,
    })),
    ...changes
      .filter(({ fresh }) => !fresh)
      .map(({ actor: by, at, did, differences }) => ({
        action: "change" as const,
        note: null,
        actor: by ?? { id: "", name: "The system" },
        at,
        ratingLabel: null,
        change: { did, differences },
      })),
    ...verdicts.slice(changes.filter(({ rated }) => rated).length).map(({ ratingLabel, actor: by, at }) => ({
      action: "verdict" as const,
      note: null,
      actor: by,
      at,
      ratingLabel,
      change: null,
    })),
    {
      action: "mark",
      note: null,
      actor: claim.createdBy,
      at: claim.createdAt,
      ratingLabel: null,
      change: null,
    },
  ];
  return ok(items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)));
}
