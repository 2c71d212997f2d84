import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Argument, Command, CommanderError } from "commander";
import pg from "pg";
import { startCluster } from "../postgres/cluster";
import { buildApp, isBuilt } from "../steps/build-app";
import { generateClient } from "../steps/generate-client";
import { sentenceFor } from "../steps/start-error";
import { openTestCluster } from "../test/test-cluster";
import { databaseCrash } from "./database-crash";
import { databaseOutage } from "./database-outage";
import type { FaultResult } from "./fault-result";
import { killManyTimes } from "./kills/kill-many-times";
import { lateDatabase } from "./late-database";
import { startTogether } from "./start-together";
import { stopUnderTraffic } from "./stop-under-traffic";

const names = ["kills", "stop", "outage", "crash", "together", "late"] as const;
type Name = (typeof names)[number];

const program = new Command("faults")
  .usage("[name] (as npm run faults -- [name])")
  .description("Breaks servers and databases in many ways, and shows whether anything was lost or hung.")
  .addArgument(new Argument("[name]", "the fault to try; default: all of them").choices(names))
  .option("--kills <number>", "how many times the server is killed", Number, 50)
  .option(
    "--rounds <number>",
    "how many times the database crashes, and instances start together",
    Number,
    10,
  )
  .exitOverride()
  .action(async (name: Name | undefined, { kills, rounds }: { kills: number; rounds: number }) => {
    await generateClient();
    const distDir = ".next";
    if (!isBuilt(distDir)) {
      console.error("• Building the application");
      await buildApp(distDir);
    }
    const folder = mkdtempSync(join(tmpdir(), "obelus-faults-"));
    const results: FaultResult[] = [];
    try {
      for (const each of name ? [name] : names) {
        console.error(`• ${each}`);
        results.push(...(await tryFault(each, { folder, distDir, kills, rounds })));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    console.log("| fault | seen | expected | met |\n| --- | --- | --- | --- |");
    for (const { fault, seen, expected, met } of results)
      console.log(`| ${fault} | ${seen} | ${expected} | ${met ? "yes" : "**no**"} |`);
    if (results.some(({ met }) => !met)) process.exitCode = 1;
  });

interface Options {
  folder: string;
  distDir: string;
  kills: number;
  rounds: number;
}

async function tryFault(name: Name, { folder, distDir, kills, rounds }: Options): Promise<FaultResult[]> {
  const progress = (message: string) => console.error(`  ${message}`);
  switch (name) {
    case "kills":
      return [await killManyTimes(kills, distDir, progress)];
    case "crash":
      return [await databaseCrash(rounds)];
    case "together":
      return withEmptyDatabases(join(folder, "together"), async (emptyDatabase) => [
        await startTogether(emptyDatabase, Math.ceil(rounds / 3)),
      ]);
    case "stop":
    case "outage":
    case "late": {
      const dataDir = mkdtempSync(join(folder, `${name}-`));
      const cluster = await openTestCluster(dataDir);
      try {
        const options = { databaseUrl: await cluster.makeDatabase(name), dataDir, distDir };
        if (name === "stop") return [await stopUnderTraffic(options)];
        return name === "outage" ? await databaseOutage(options) : await lateDatabase(options);
      } finally {
        await cluster.stop();
      }
    }
  }
}

/** Brings up a Postgres on which empty databases are made. */
async function withEmptyDatabases<T>(
  dataDir: string,
  run: (emptyDatabase: () => Promise<string>) => Promise<T>,
): Promise<T> {
  mkdirSync(dataDir, { recursive: true });
  const cluster = await startCluster({ dataDir, password: "test", durable: false });
  let count = 0;
  try {
    return await run(async () => {
      count += 1;
      const client = new pg.Client({ connectionString: cluster.url });
      await client.connect();
      await client.query(`CREATE DATABASE empty_${count}`);
      await client.end();
      return cluster.url.replace(/[^/]*$/, `empty_${count}`);
    });
  } finally {
    await cluster.stop();
  }
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    console.error(`✗ ${sentenceFor(error)}`);
    process.exitCode = 1;
  }
}
if (process.connected) process.disconnect();
