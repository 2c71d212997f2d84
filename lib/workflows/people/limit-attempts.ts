import { countEvent } from "@/lib/db/rate-limits";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";

export interface Limit {
  /** What is counted, and for whom: "sign-in:email:noor@example.org". */
  key: string;
  most: number;
}

/** Length of the window in which tries are counted. */
const WINDOW_SECONDS = 15 * 60;

/** Counts one more try under every key, across all instances, and refuses it when one of them has had too many. */
export async function limitAttempts(...limits: Limit[]): Promise<Result<null, Failure>> {
  const counted = await Promise.all(
    limits.map(async ({ key, most }) => ({ most, ...(await countEvent(key, WINDOW_SECONDS)) })),
  );
  const over = counted.filter(({ count, most }) => count > most);
  if (over.length === 0) return ok(null);
  const retryAfter = Math.max(1, ...over.map(({ secondsLeft }) => secondsLeft));
  return err({
    kind: "rate-limited",
    message: `Too many tries. Wait ${inWords(retryAfter)} and try again.`,
    retryAfter,
  });
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
