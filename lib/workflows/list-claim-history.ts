import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import { findClaim } from "@/lib/db/claims";
import { listReviews, listVerdicts } from "@/lib/db/reviews";
import type { Failure } from "@/lib/failure";
import type { Difference } from "@/lib/history/describe-event";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import type { ReviewActionName } from "@/lib/review/transition";
import { listClaimChanges } from "./list-history";
import { asResult, notFound, parseInput } from "./refusals";

export interface ClaimHistoryItem {
  action: ReviewActionName | "mark" | "verdict" | "change";
  note: string | null;
  actor: PersonName;
  /** ISO 8601 instant. */
  at: string;
  /** With "verdict": the rating's label. */
  ratingLabel: string | null;
  /** With "change": what was done, in words, and what became different. */
  change: { did: string; differences: Difference[] } | null;
}

const input = z.object({ claimId: z.string() });

/** What happened to a claim, newest first. */
export async function listClaimHistory(
  actor: Actor,
  given: z.input<typeof input>,
): Promise<Result<ClaimHistoryItem[], Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const claim = await findClaim(parsed.value.claimId);
  if (!claim) return notFound("claim");
  const [reviews, verdicts, changes] = await Promise.all([
    listReviews(claim.id),
    listVerdicts(claim.id),
    listClaimChanges(claim.id),
  ]);
  // A verdict that was given later is told by the change that gave it.
  verdicts.sort((a, b) => (a.at < b.at ? 1 : -1));
  const items: ClaimHistoryItem[] = [
    ...reviews.map((review) => ({ ...review, ratingLabel: null, change: null })),
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
