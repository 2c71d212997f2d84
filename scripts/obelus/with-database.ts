import { join } from "node:path";
import { appEnvironment } from "@/scripts/start/app-environment";
import { openDataFolder } from "../postgres/data-folder";
import { openSharedDatabase } from "../postgres/open-database";
import { generateClient } from "../steps/generate-client";
import { projectRoot } from "../steps/project-root";
import { readSettings } from "../steps/read-settings";
import { CommandError } from "./command-error";

export const migrationsFolder = join(projectRoot, "prisma/migrations");

/**
 * Runs work on the database of the settings: beside a running Obelus on its database, else on one brought up for as long as
 * the work takes. Workflows may be imported inside `work`, not before: they read the settings at their first use.
 * @param work gets the address of the database
 */
export async function withDatabaseUrl<Value>(work: (url: string) => Promise<Value>): Promise<Value> {
  const env = readSettings();
  openDataFolder(env.dataDir);
  await generateClient();
  const database = await openSharedDatabase(env);
  try {
    Object.assign(process.env, appEnvironment(env, database.url));
    return await work(database.url);
  } finally {
    await database.close();
  }
}

/** As `withDatabaseUrl`, on a database that is up to date. */
export function withDatabase<Value>(work: () => Promise<Value>): Promise<Value> {
  return withDatabaseUrl(async (url) => {
    const { listPendingMigrations } = await import("../../lib/db/migrate");
    const { length } = await listPendingMigrations(url, migrationsFolder);
    if (length > 0)
      throw new CommandError(
        `The database lacks ${length} ${length === 1 ? "migration" : "migrations"}. Run npm start, or: npm run obelus -- migrate`,
      );
    const { disconnect } = await import("../../lib/db/client");
    try {
      return await work();
    } finally {
      await disconnect();
    }
  });
}
