import { claimDueReviewDates } from "@/lib/db/review-dates";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { ok } from "@/lib/result";
import { flagKeys } from "@/lib/watching/flag";
import { dayIn } from "@/lib/watching/review-day";
import { raiseFlags } from "@/lib/workflows/flags/raise-flags";

/** Review dates that are flagged in one transaction. */
const BATCH_SIZE = 200;

/**
 * Flags every claim and article whose review date has come. Each is flagged once, after a crash or with several instances, too.
 * @returns how many were flagged
 */
export async function flagDueReviews(now: Date): Promise<number> {
  const today = dayIn(now, env().digestAt.timeZone);
  let flagged = 0;
  for (;;) {
    const done = await inTransaction(async (tx) => {
      const due = await claimDueReviewDates(tx, today, now, BATCH_SIZE);
      await raiseFlags(
        tx,
        due.map(({ articleId, claimId, on, reason }) => ({
          kind: "review_due" as const,
          key: flagKeys.review(claimId ?? articleId),
          articleId,
          claimId,
          detail: { reviewOn: on, reason },
        })),
        { now, actorId: null },
      );
      return ok(due.length);
    });
    const count = done.ok ? done.value : 0;
    flagged += count;
    if (count < BATCH_SIZE) return flagged;
  }
}
