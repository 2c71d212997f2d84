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
 * Runs `work` on the configured database: the one of a running Obelus, or an embedded Postgres that is started for the duration
 * of the work. Import workflows only inside `work`: they read the settings when they are first used.
 * @param work receives the connection URL of the database
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

/** Like `withDatabaseUrl`, but fails if migrations are missing. */
export function withDatabase<Value>(work: () => Promise<Value>): Promise<Value> {
  return withDatabaseUrl(async (url) => {
    const { listPendingMigrations } = await import("../../lib/db/migrate");
    const { length } = await listPendingMigrations(url, migrationsFolder);
    if (length > 0)
      throw new CommandError(
        `The database needs ${length} ${length === 1 ? "migration" : "migrations"}. Run npm start, or: npm run obelus -- migrate`,
      );
    const { disconnect } = await import("../../lib/db/client");
    try {
      return await work();
    } finally {
      await disconnect();
    }
  });
}
