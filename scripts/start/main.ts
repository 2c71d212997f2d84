import { join } from "node:path";
import { migrate } from "../../lib/db/migrate";
import { openDataFolder } from "../postgres/data-folder";
import { type OpenDatabase, type ReservedDatabase, reserveDatabase } from "../postgres/open-database";
import { buildApp, isBuilt } from "../steps/build-app";
import { generateClient } from "../steps/generate-client";
import { projectRoot } from "../steps/project-root";
import { readSettings } from "../steps/read-settings";
import { StartError, sentenceFor } from "../steps/start-error";
import { step } from "../steps/step";
import { appEnvironment } from "./app-environment";
import { prepareFirstAdministrator } from "./first-administrator";
import { checkPort, type RunningServer, startServer } from "./server";

const dev = process.argv.includes("--dev");
let reservation: ReservedDatabase | undefined;
let database: OpenDatabase | undefined;
let server: RunningServer | undefined;
let stopping = false;

/** Stops the server first, so that no more requests are answered, then the database. */
async function stop(exitCode: number): Promise<never> {
  stopping = true;
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
  const reserved = await reserveDatabase(env);
  reservation = reserved;
  await generateClient();
  if (!dev && !isBuilt(".next"))
    await step("Building (about a minute, only after changes)", () => buildApp(".next"));
  const opened = await step(env.databaseUrl ? "Connecting to Postgres" : "Starting Postgres", () =>
    reserved.open(),
  );
  database = opened;
  await step("Updating the database", async () => {
    const applied = await migrate(opened.url, join(projectRoot, "prisma/migrations"));
    if (applied.length > 0) process.stdout.write(` (${applied.join(", ")})`);
  });
  const variables = appEnvironment(env, opened.url);
  Object.assign(process.env, variables);
  const administrator = await prepareFirstAdministrator(env.dataDir);
  const { loadDemo } = await import("../../prisma/demo/load-demo");
  await step("Loading the demo", () => loadDemo());
  const { disconnect } = await import("../../lib/db/client");
  await disconnect();

  const running = startServer({ host: env.host, port: env.port, dev, env: variables });
  server = running;
  await step("Starting the server", () => running.ready());

  console.log(`\n  † Obelus is ready\n\n  Readers   ${env.publicUrl}/\n  Desk      ${env.publicUrl}/desk`);
  if (administrator)
    console.log(
      `\n  First administrator   ${administrator.email}\n  One-time password     ${administrator.password}\n  (you choose a new one when you sign in)`,
    );
  console.log("\n  Press Ctrl-C to stop.\n");

  await Promise.race([running.ended, opened.ended]);
  if (!stopping)
    throw new StartError(
      "The server or its database stopped unexpectedly. Start it again; saved work is not lost.",
    );
}

stopOnSignals();
start().catch(async (error: unknown) => {
  if (stopping) return;
  console.error(`\n✗ ${sentenceFor(error)}`);
  await stop(1);
});
