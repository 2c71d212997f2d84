import { join } from "node:path";
import { disconnect } from "@/lib/db/client";
import { applyMigrations, withStartLock } from "@/lib/db/migrate";
import { makeMissingPublicRows } from "@/lib/db/public-rows";
import { env } from "@/lib/env";
import { loadDemo } from "@/prisma/demo/load-demo";
import { projectRoot } from "../steps/project-root";
import { sentenceFor } from "../steps/start-error";
import { step } from "../steps/step";
import { type FirstAdministrator, prepareFirstAdministrator } from "./first-administrator";

/** What this program sends to the one that started it. */
export type PreparationMessage = { administrator: FirstAdministrator | null } | { failure: string };

// Brings the database up to date, for prepare-database.ts, with settings from the environment. It ends with the program that started it.

/** Under one lock: of several instances that start together, one prepares the database and the others find it prepared. */
function prepare(): Promise<FirstAdministrator | null> {
  const { databaseUrl = "", dataDir } = env();
  return withStartLock(databaseUrl, async () => {
    await step("Updating the database", async () => {
      const applied = await applyMigrations(databaseUrl, join(projectRoot, "prisma/migrations"));
      if (applied.length > 0) process.stdout.write(` (${applied.join(", ")})`);
      await makeMissingPublicRows();
    });
    const administrator = await prepareFirstAdministrator(dataDir);
    await step("Loading the demo", () => loadDemo({ withSpanish: true }));
    await disconnect();
    return administrator;
  });
}

function finish(message: PreparationMessage, exitCode: number): void {
  process.send?.(message, () => process.exit(exitCode));
}

process.once("disconnect", () => process.exit(1));
prepare().then(
  (administrator) => finish({ administrator }, 0),
  (cause: unknown) => finish({ failure: sentenceFor(cause) }, 1),
);
