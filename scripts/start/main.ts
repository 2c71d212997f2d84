import { openDataFolder } from "../postgres/data-folder";
import { type OpenDatabase, type ReservedDatabase, reserveDatabase } from "../postgres/open-database";
import type { RunningServer } from "../serve/serve";
import { buildApp, isBuilt } from "../steps/build-app";
import { bundleDocuments } from "../steps/bundle-documents";
import { generateClient } from "../steps/generate-client";
import { readSettings } from "../steps/read-settings";
import { StartError, sentenceFor } from "../steps/start-error";
import { step } from "../steps/step";
import { appEnvironment } from "./app-environment";
import { checkPort } from "./check-port";
import { type Preparation, prepareDatabase } from "./prepare-database";

const dev = process.argv.includes("--dev");
let reservation: ReservedDatabase | undefined;
let database: OpenDatabase | undefined;
let preparation: Preparation | undefined;
let server: RunningServer | undefined;
let stopping = false;

/** Milliseconds after which the process ends in any case. */
const STOP_LIMIT_MS = 40_000;

/** Stops the server first, so that no more requests are answered, then the database. */
async function stop(exitCode: number): Promise<never> {
  stopping = true;
  // Whatever hangs, the process ends, and its lock on the data folder with it.
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  await preparation?.stop();
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
  // Next compiles the application when it is asked for it, but not the renderer of public documents.
  if (dev) await bundleDocuments(".next");
  else if (!isBuilt(".next"))
    await step("Building (about a minute, only after changes)", () => buildApp(".next"));
  const opened = await step(env.databaseUrl ? "Connecting to Postgres" : "Starting Postgres", () =>
    reserved.open(),
  );
  database = opened;
  const variables = appEnvironment(env, opened.url);
  Object.assign(process.env, variables, { NODE_ENV: dev ? "development" : "production" });
  preparation = prepareDatabase();
  const administrator = await preparation.done;
  preparation = undefined;

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
