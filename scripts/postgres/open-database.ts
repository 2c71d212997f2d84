import type { Env } from "../../lib/env";
import { StartError } from "../steps/start-error";
import { startCluster } from "./cluster";
import { findHolder, holdDataFolder, keepSecrets } from "./data-folder";
import { checkOwnServer } from "./own-server";

export interface OpenDatabase {
  url: string;
  /** Settles if the embedded Postgres ends; never for a server of one's own. */
  ended: Promise<void>;
  close(): Promise<void>;
}

const never = new Promise<void>(() => undefined);

/**
 * Opens the database that the settings name: the Postgres at DATABASE_URL, else the embedded one of the data folder.
 * @param share use the database of an Obelus that runs on the folder already, instead of refusing to start beside it
 */
export async function openDatabase(env: Env, { share }: { share: boolean }): Promise<OpenDatabase> {
  if (env.databaseUrl) {
    await checkOwnServer(env.databaseUrl);
    return { url: env.databaseUrl, ended: never, close: async () => undefined };
  }
  const holder = findHolder(env.dataDir);
  if (holder && share) return { url: holder.databaseUrl, ended: never, close: async () => undefined };
  if (holder)
    throw new StartError(
      `Another Obelus (process ${holder.pid}) runs on the data folder ${env.dataDir}. Stop it first, or set OBELUS_DATA_DIR to another place.`,
    );
  // Held before Postgres is touched: a second start in the same moment must not take it for left over.
  const release = holdDataFolder(env.dataDir, "");
  try {
    const cluster = await startCluster({
      dataDir: env.dataDir,
      password: keepSecrets(env.dataDir).postgresPassword,
    });
    holdDataFolder(env.dataDir, cluster.url);
    return {
      url: cluster.url,
      ended: cluster.ended,
      close: async () => {
        await cluster.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
