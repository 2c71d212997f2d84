import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { type RoomScore, scoresOf, scoreTable } from "./mutation-score";

/** The rooms of the pure core that are tried: those that decide something. */
const ROOMS = [
  "anchoring",
  "board",
  "checklist",
  "claimants",
  "claims",
  "document",
  "history",
  "manuscripts",
  "personal",
  "policies",
  "redactions",
  "reports",
  "review",
  "sources",
  "watching",
] as const;

/** Per cent of the mutants that the tests must notice: over all rooms, and in each. */
const GOAL = { all: 80, each: 70 } as const;

// `npm run mutate [room …]` changes the pure core in small ways and counts the changes that the unit tests notice. Each change that no test
// notices is listed with its position in the code. `anchoring/reanchor.ts` and `reports/claims` are the part of a room, which is quicker.
const requested = process.argv.slice(2);
const unknown = requested.filter(
  (part) =>
    !(ROOMS as readonly string[]).includes(part.split("/")[0] as string) || !existsSync(join("lib", part)),
);
if (unknown.length > 0) {
  console.error(`Unknown room: ${unknown.join(", ")}. Rooms: ${ROOMS.join(", ")}.`);
  process.exit(2);
}
const parts = requested.length > 0 ? requested : [...ROOMS];
const folder = mkdtempSync(join(tmpdir(), "obelus-mutate-"));
const scores: RoomScore[] = [];
try {
  for (const part of parts) {
    console.log(`── ${part}`);
    const report = join(folder, "report.json");
    await new Stryker(optionsFor(part, report)).runMutationTest();
    scores.push(scoresOf(part, JSON.parse(readFileSync(report, "utf8"))));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const { survivors } of scores) for (const survivor of survivors) console.log(survivor);
const { table, met } = scoreTable(scores, GOAL);
console.log(`\n${table}`);
process.exit(met ? 0 : 1);

function optionsFor(part: string, report: string): ConstructorParameters<typeof Stryker>[0] {
  return {
    testRunner: "vitest",
    vitest: { configFile: "scripts/mutate/vitest.config.ts" },
    plugins: ["@stryker-mutator/vitest-runner"],
    mutate: [part.endsWith(".ts") ? `lib/${part}` : `lib/${part}/**/*.ts`, "!**/*.test.ts"],
    // A test that quotes a sentence proves little; changes of strings are left out.
    mutator: { excludedMutations: ["StringLiteral"] },
    ignoreStatic: true,
    coverageAnalysis: "perTest",
    concurrency: 2,
    tempDirName: join(folder, "sandbox"),
    ignorePatterns: [".next*", ".data", "docs", "e2e", "public"],
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: report },
    // Stryker would rewrite tsconfig.json by the JavaScript API of TypeScript, which TypeScript 7 does not have; nothing here needs it.
    tsconfigFile: "none",
    disableTypeChecks: false,
    allowConsoleColors: false,
    logLevel: "warn" as never,
  };
}
