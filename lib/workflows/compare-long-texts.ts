import { type ComparedBlock, compareTexts } from "@/lib/anchoring/compare-texts";
import { type IsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { ok, type Result } from "@/lib/result";

/** UTF-16 units, both texts together, that are compared in under 50 ms whatever they are. */
const MAX_UNITS_HERE = 40_000;

/** Compares two texts, long ones in a separate process. */
export async function compareLongTexts(
  old: string,
  now: string,
): Promise<Result<ComparedBlock[], IsolationFailure>> {
  if (old.length + now.length <= MAX_UNITS_HERE) return ok(compareTexts(old, now));
  return runInChildProcess("compare-texts", { old, now });
}
