import type { Env } from "../../lib/env";
import { StartError } from "../steps/start-error";
import { startCluster } from "./cluster";
import { ensureSecrets, findHolder, lockDataFolder, recordDatabase } from "./data-folder";
import { checkOwnServer } from "./own-server";

export interface OpenDatabase {
  url: string;
  /** Resolves if the embedded Postgres exits; never for the Postgres at DATABASE_URL. */
  ended: Promise<void>;
  close(): Promise<void>;
}

export interface ReservedDatabase {
  open(): Promise<OpenDatabase>;
  /** Releases the reservation, if the database was never opened. */
  release(): void;
}

const never = new Promise<void>(() => undefined);
const nothing = () => undefined;

/**
 * Makes sure that the configured database can be used before any slow step starts: checks the Postgres at DATABASE_URL, or locks
 * the data folder for this process.
 * @param waiting called once if a Postgres at DATABASE_URL does not answer yet; then it waits
 * @throws StartError if it cannot be used
 */
export async function reserveDatabase(
  env: Env,
  waiting?: (reason: string) => void,
): Promise<ReservedDatabase> {
  const { databaseUrl, dataDir } = env;
  if (databaseUrl) {
    await checkOwnServer(databaseUrl, env.databaseConnections, waiting);
    return {
      open: async () => ({ url: databaseUrl, ended: never, close: async () => undefined }),
      release: nothing,
    };
  }
  const release = lockDataFolder(dataDir);
  if (!release)
    throw new StartError(
      `Another Obelus (process ${findHolder(dataDir)?.pid ?? "just started"}) is using the data folder ${dataDir}. Stop it first, or set OBELUS_DATA_DIR to another folder.`,
    );
  return {
    release,
    open: async () => {
      const cluster = await startCluster({ dataDir, password: ensureSecrets(dataDir).postgresPassword });
      recordDatabase(dataDir, cluster.url);
      return {
        url: cluster.url,
        ended: cluster.ended,
        close: async () => {
          await cluster.stop();
          release();
        },
      };
    },
  };
}

/** Opens the configured database: the one of a running Obelus, or else its own. */
export async function openSharedDatabase(env: Env): Promise<OpenDatabase> {
  const holder = env.databaseUrl ? undefined : findHolder(env.dataDir);
  if (holder?.databaseUrl) return { url: holder.databaseUrl, ended: never, close: async () => undefined };
  const reserved = await reserveDatabase(env);
  try {
    return await reserved.open();
  } catch (error) {
    reserved.release();
    throw error;
  }
}
