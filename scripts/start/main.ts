import { join } from "node:path";
import { migrate } from "../../lib/db/migrate";
import { openDataFolder } from "../postgres/data-folder";
import { type ClaimedDatabase, claimDatabase, type OpenDatabase } from "../postgres/open-database";
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
let claim: ClaimedDatabase | undefined;
let database: OpenDatabase | undefined;
let server: RunningServer | undefined;
let stopping = false;

/** Stops in order: first the server, so that nobody is answered any more, then the database. */
async function stop(exitCode: number): Promise<never> {
  stopping = true;
  await server?.stop();
  await database?.close();
  claim?.release();
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
  // Whoever started this is gone without a word (killed): nobody could stop us any more.
  process.on("disconnect", onSignal);
}

async function start(): Promise<void> {
  const env = readSettings();
  openDataFolder(env.dataDir);
  await checkPort(env.host, env.port);
  const claimed = await claimDatabase(env);
  claim = claimed;
  await generateClient();
  if (!dev && !isBuilt(".next"))
    await step("Building (this takes about a minute, and only when something changed)", () =>
      buildApp(".next"),
    );
  const opened = await step(env.databaseUrl ? "Connecting to Postgres" : "Starting Postgres", () =>
    claimed.open(),
  );
  database = opened;
  await step("Bringing the database up to date", async () => {
    const applied = await migrate(opened.url, join(projectRoot, "prisma/migrations"));
    if (applied.length > 0) process.stdout.write(` (${applied.join(", ")})`);
  });
  const variables = appEnvironment(env, opened.url);
  Object.assign(process.env, variables);
  const administrator = await prepareFirstAdministrator(env.dataDir);
  const { loadDemo } = await import("../../prisma/demo/load-demo");
  await step("Looking after the demo", () => loadDemo());
  const { disconnect } = await import("../../lib/db/client");
  await disconnect();

  const running = startServer({ host: env.host, port: env.port, dev, env: variables });
  server = running;
  await step("Starting the server", () => running.ready());

  console.log(`\n  † Obelus is ready\n\n  Readers   ${env.publicUrl}/\n  Desk      ${env.publicUrl}/desk`);
  if (administrator)
    console.log(
      `\n  First administrator   ${administrator.email}\n  One-time password     ${administrator.password}\n  (you choose your own when you sign in)`,
    );
  console.log("\n  Ctrl-C stops it.\n");

  await Promise.race([running.ended, opened.ended]);
  if (!stopping)
    throw new StartError(
      "The server or its database ended unexpectedly. Start again; what was saved is kept.",
    );
}

stopOnSignals();
start().catch(async (error: unknown) => {
  if (stopping) return;
  console.error(`\n✗ ${sentenceFor(error)}`);
  await stop(1);
});
