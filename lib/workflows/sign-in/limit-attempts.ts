import { countEvent } from "@/lib/db/rate-limits";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";

export interface Limit {
  /** What is counted: "sign-in:email:noor@example.org". */
  key: string;
  max: number;
}

/** Length of the window in which attempts are counted. */
const WINDOW_SECONDS = 15 * 60;

/** Counts an attempt under every key, across all instances, and refuses it if one of them is over its limit. */
export async function limitAttempts(...limits: Limit[]): Promise<Result<null, Failure>> {
  const counted = await Promise.all(
    limits.map(async ({ key, max }) => ({ max, ...(await countEvent(key, WINDOW_SECONDS)) })),
  );
  const over = counted.filter(({ count, max }) => count > max);
  if (over.length === 0) return ok(null);
  const retryAfter = Math.max(1, ...over.map(({ secondsLeft }) => secondsLeft));
  return err({
    kind: "rate-limited",
    message: `Too many attempts. Wait ${inWords(retryAfter)} and try again.`,
    retryAfter,
  });
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
