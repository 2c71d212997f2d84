import { join } from "node:path";
import { applyMigrations, withStartLock } from "../../lib/db/migrate";
import { openDataFolder } from "../postgres/data-folder";
import { type OpenDatabase, type ReservedDatabase, reserveDatabase } from "../postgres/open-database";
import type { RunningServer } from "../serve/serve";
import { buildApp, isBuilt } from "../steps/build-app";
import { generateClient } from "../steps/generate-client";
import { projectRoot } from "../steps/project-root";
import { readSettings } from "../steps/read-settings";
import { StartError, sentenceFor } from "../steps/start-error";
import { step } from "../steps/step";
import { appEnvironment } from "./app-environment";
import { checkPort } from "./check-port";
import { prepareFirstAdministrator } from "./first-administrator";

const dev = process.argv.includes("--dev");
let reservation: ReservedDatabase | undefined;
let database: OpenDatabase | undefined;
let server: RunningServer | undefined;
let stopping = false;

/** Milliseconds after which the process ends in any case. */
const STOP_LIMIT_MS = 40_000;

/** Stops the server first, so that no more requests are answered, then the database. */
async function stop(exitCode: number): Promise<never> {
  stopping = true;
  // Whatever hangs, the process ends, and its lock on the data folder with it.
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  await server?.stop();
  await database?.close();
  reservation?.release();
  process.exit(exitCode);
}

function stopOnSignals(): void {
  const onSignal = () => {
    if (stopping) process.exit(1);
    console.log("\n• Stopping");
    stop(0).catch((error: unknown) => {
      console.error(`✗ ${sentenceFor(error)}`);
      process.exit(1);
    });
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  // The launcher was killed: nothing is left that could stop us.
  process.on("disconnect", onSignal);
}

async function start(): Promise<void> {
  const env = readSettings();
  openDataFolder(env.dataDir);
  await checkPort(env.host, env.port);
  const reserved = await reserveDatabase(env, (reason) =>
    console.log(`• Waiting for the database: ${reason} Ctrl-C stops waiting.`),
  );
  reservation = reserved;
  await generateClient();
  if (!dev && !isBuilt(".next"))
    await step("Building (about a minute, only after changes)", () => buildApp(".next"));
  const opened = await step(env.databaseUrl ? "Connecting to Postgres" : "Starting Postgres", () =>
    reserved.open(),
  );
  database = opened;
  const variables = appEnvironment(env, opened.url);
  Object.assign(process.env, variables, { NODE_ENV: dev ? "development" : "production" });
  // Under one lock: of several instances that start together, one prepares the database and the others find it prepared.
  const administrator = await withStartLock(opened.url, async () => {
    await step("Updating the database", async () => {
      const applied = await applyMigrations(opened.url, join(projectRoot, "prisma/migrations"));
      if (applied.length > 0) process.stdout.write(` (${applied.join(", ")})`);
    });
    const prepared = await prepareFirstAdministrator(env.dataDir);
    const { loadDemo } = await import("../../prisma/demo/load-demo");
    await step("Loading the demo", () => loadDemo());
    const { disconnect } = await import("../../lib/db/client");
    await disconnect();
    return prepared;
  });

  const { serve } = await import("../serve/serve");
  await step("Starting the server", async () => {
    const { host, port, publicUrl } = env;
    server = await serve({ host, port, dev, databaseUrl: opened.url, publicUrl });
  });

  console.log(`\n  † Obelus is ready\n\n  Readers   ${env.publicUrl}/\n  Desk      ${env.publicUrl}/desk`);
  if (administrator)
    console.log(
      `\n  First administrator   ${administrator.email}\n  One-time password     ${administrator.password}\n  (you choose a new one when you sign in)`,
    );
  console.log("\n  Press Ctrl-C to stop.\n");

  await opened.ended;
  if (!stopping)
    throw new StartError("The database stopped unexpectedly. Start Obelus again; saved work is not lost.");
}

stopOnSignals();
start().catch(async (error: unknown) => {
  if (stopping) return;
  console.error(`\n✗ ${sentenceFor(error)}`);
  await stop(1);
});
