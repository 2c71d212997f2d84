import { type IsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { ok, type Result } from "@/lib/result";
import { type ExcerptCheck, excerptChecker } from "@/lib/sources/check-excerpt";

/** UTF-16 units that are checked in under 50 ms whatever the text is; longer copies are checked in a separate process. */
const MAX_UNITS_HERE = 40_000;
/** A separate process starts in about a second and checks two million units in less than another one. */
const LIMITS = { milliseconds: 20_000, megabytes: 512 };

/** The text of a saved copy, and the excerpts to look for in it. */
export interface CopyToCheck {
  text: string;
  excerpts: string[];
}

/**
 * Checks excerpts against saved copies without holding up the server.
 * @returns for each copy, the check of each of its excerpts; or why there is none
 */
export async function checkInCopies(
  copies: CopyToCheck[],
): Promise<Result<ExcerptCheck[][], IsolationFailure>> {
  const units = copies.reduce((sum, { text, excerpts }) => sum + text.length * excerpts.length, 0);
  if (units <= MAX_UNITS_HERE)
    return ok(copies.map(({ text, excerpts }) => excerpts.map(excerptChecker(text))));
  return runInChildProcess("check-excerpts", copies, { limits: LIMITS });
}
