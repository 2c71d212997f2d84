import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateClient } from "../steps/generate-client";
import { projectRoot } from "../steps/project-root";
import { sentenceFor } from "../steps/start-error";
import { step } from "../steps/step";
import { buildForTests } from "./build-for-tests";
import { findBrowser } from "./find-browser";
import { readTally, type Tally } from "./tally";
import { openTestCluster, type TestCluster } from "./test-cluster";
import { startTestServer } from "./test-server";

const stages = ["types", "lint", "unit", "integration", "browser"] as const;
type Stage = (typeof stages)[number];

const folder = mkdtempSync(join(tmpdir(), "obelus-test-"));
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
/** The programs that run now. A signal ends them with this program. */
const running = new Set<ChildProcess>();
let interrupted = false;
/** What is undone at the end, the last first. */
const cleanups: (() => Promise<void> | void)[] = [];

/** The stages that the command asks for, and the arguments left for the runner: `--fast`, `--only browser reader`. */
function parseArguments(): { wanted: readonly Stage[]; rest: string[] } {
  const list = process.argv.slice(2);
  if (list.includes("--fast")) return { wanted: ["types", "lint", "unit"], rest: [] };
  const at = list.indexOf("--only");
  if (at === -1) return { wanted: stages, rest: list };
  const only = stages.find((stage) => stage === list[at + 1]);
  if (!only) {
    console.error(`--only takes one of: ${stages.join(", ")}`);
    process.exit(2);
  }
  return { wanted: [only], rest: [...list.slice(0, at), ...list.slice(at + 2)] };
}

/** Runs a program of node_modules to its end, showing what it prints. */
function run(program: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join("node_modules", program), ...args], {
      cwd: projectRoot,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        NODE_OPTIONS: "--disable-warning=ExperimentalWarning --disable-warning=DeprecationWarning",
        ...env,
      },
    });
    running.add(child);
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

function add(tally: Tally): void {
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped += tally.skipped;
}

async function check(program: string, args: string[]): Promise<void> {
  const failed = (await run(program, args)) !== 0;
  add({ passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0 });
}

async function vitest(project: string, rest: string[], env: Record<string, string>): Promise<void> {
  const report = join(folder, `${project}.json`);
  const args = [
    "run",
    "--project",
    `${project}*`,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...rest,
  ];
  add(readTally(report, "vitest", await run("vitest/vitest.mjs", args, env)));
}

let cluster: TestCluster | undefined;
async function openCluster(): Promise<TestCluster> {
  if (!cluster) {
    cluster = await openTestCluster(folder);
    cleanups.push(cluster.stop);
  }
  return cluster;
}

let build: Promise<string> | undefined;

/**
 * Starts the build before the browser stage, while other tests run, to use the time in which they wait. It starts after the types stage,
 * which reads files that the build writes.
 */
function startBuild(): Promise<string> {
  if (!build) {
    build = buildForTests();
    // The browser stage waits for it and reports its failure.
    build.catch(() => undefined);
  }
  return build;
}

async function runStage(stage: Stage, rest: string[]): Promise<void> {
  console.log(`\n── ${stage}`);
  switch (stage) {
    case "types":
      return check("typescript/bin/tsc", ["--noEmit", "--pretty", "false"]);
    case "lint":
      // Each prints what it finds when it ends.
      await Promise.all([
        check("@biomejs/biome/bin/biome", [
          "ci",
          "--colors=off",
          "--diagnostic-level=warn",
          "--error-on-warnings",
        ]),
        check("tsx/dist/cli.mjs", ["scripts/lint/main.ts"]),
      ]);
      return;
    case "unit":
      return vitest("unit", rest, {});
    case "integration":
      // They wait for the database now and then: three keep two cores busy.
      return vitest("integration", ["--maxWorkers=3", ...rest], {
        OBELUS_TEST_CLUSTER: (await openCluster()).url,
        // Each file opens its connections again, on a database of its own: a connection costs a tenth of a second of processor time.
        OBELUS_DATABASE_CONNECTIONS: "8",
      });
    case "browser": {
      const browser = await findBrowser();
      const distDir = await step("Building for the browser tests", startBuild);
      const env = await startTestServer({ cluster: await openCluster(), folder, distDir }, (stop) =>
        cleanups.push(stop),
      );
      const report = join(folder, "browser.json");
      const exitCode = await run("@playwright/test/cli.js", ["test", ...rest], {
        ...env,
        ...browser.env,
        E2E_BROWSER: browser.path,
        E2E_OUTPUT: join(folder, "browser"),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      });
      return add(readTally(report, "playwright", exitCode));
    }
  }
}

async function cleanUp(): Promise<void> {
  interrupted = true;
  await Promise.all([...running].map(endProgram));
  // What is started meanwhile is stopped, too.
  for (let undo = cleanups.pop(); undo; undo = cleanups.pop()) await undo();
  rmSync(folder, { recursive: true, force: true });
}

/** Ends a program and waits until it has ended, before its server and its folder are removed. */
async function endProgram(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

async function main(): Promise<void> {
  const { wanted, rest } = parseArguments();
  await generateClient();
  for (const stage of wanted) {
    if (interrupted) return;
    try {
      if (stage === "lint" && wanted.includes("browser")) startBuild();
      await runStage(stage, rest);
    } catch (error) {
      console.error(`✗ ${sentenceFor(error)}`);
      total.failed += 1;
    }
  }
  if (interrupted) return;
  await cleanUp();
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 ? 0 : 1);
}

for (const signal of ["SIGINT", "SIGTERM", "disconnect"])
  process.once(signal, () => {
    cleanUp().finally(() => process.exit(1));
  });
await main();
