import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** How many tests there were. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const vitest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});
const playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** Reads a runner's own count. A runner that wrote none, or ended with an error that no test has, counts as one failure. */
export function readTally(file: string, runner: "vitest" | "playwright", exitCode: number): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const json: unknown = JSON.parse(readFileSync(file, "utf8"));
  let tally: Tally;
  if (runner === "vitest") {
    const counted = vitest.parse(json);
    tally = {
      passed: counted.numPassedTests,
      failed: counted.numFailedTests,
      skipped: counted.numPendingTests + counted.numTodoTests,
    };
  } else {
    const { stats } = playwright.parse(json);
    // Flaky means broken.
    tally = { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  }
  if (exitCode !== 0 && tally.failed === 0) tally.failed = 1;
  if (tally.passed + tally.failed === 0) tally.failed = 1;
  return tally;
}
