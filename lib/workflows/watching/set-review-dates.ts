import { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { BATCH_SIZE } from "@/lib/review/claim-batch";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { setReviewDate } from "./set-review-date";

const inputSchema = z.object({
  articleId: z.string(),
  claimIds: z
    .array(z.string())
    .min(1, "Choose at least one claim.")
    .max(BATCH_SIZE, `You can change at most ${BATCH_SIZE} claims at a time. Choose fewer.`),
  on: z.string(),
  reason: z.string(),
});

export type SetReviewDatesInput = z.input<typeof inputSchema>;

/**
 * Sets one review date for several claims of an article, each independently of the others.
 * @returns how many have it now, and why the others do not
 */
export async function setReviewDates(
  actor: Actor,
  input: SetReviewDatesInput,
  now = new Date(),
): Promise<Result<{ done: number; left: { claimId: string; message: string }[] }, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId, claimIds, on, reason } = parsed.value;
  const left: { claimId: string; message: string }[] = [];
  for (const claimId of claimIds) {
    const set = await setReviewDate(actor, { articleId, claimId, on, reason }, now);
    // What is wrong with the date is wrong for all of them.
    if (!set.ok && set.error.kind === "invalid") return set;
    if (!set.ok) left.push({ claimId, message: set.error.message });
  }
  return ok({ done: claimIds.length - left.length, left });
}
