import type { Env } from "../../lib/env";
import { StartError } from "../steps/start-error";
import { startCluster } from "./cluster";
import { claimDataFolder, findHolder, keepSecrets, noteDatabase } from "./data-folder";
import { checkOwnServer } from "./own-server";

export interface OpenDatabase {
  url: string;
  /** Settles if the embedded Postgres ends; never for a server of one's own. */
  ended: Promise<void>;
  close(): Promise<void>;
}

export interface ClaimedDatabase {
  open(): Promise<OpenDatabase>;
  /** Gives the claim up, where it was never opened. */
  release(): void;
}

const never = new Promise<void>(() => undefined);
const nothing = () => undefined;

/**
 * Makes sure of the database that the settings name, before anything long is done for it: the Postgres at DATABASE_URL can be
 * used, or the data folder is this process's alone.
 * @throws StartError that says what stands in the way
 */
export async function claimDatabase(env: Env): Promise<ClaimedDatabase> {
  const { databaseUrl, dataDir } = env;
  if (databaseUrl) {
    await checkOwnServer(databaseUrl);
    return {
      open: async () => ({ url: databaseUrl, ended: never, close: async () => undefined }),
      release: nothing,
    };
  }
  const release = claimDataFolder(dataDir);
  if (!release)
    throw new StartError(
      `Another Obelus (process ${findHolder(dataDir)?.pid ?? "just started"}) runs on the data folder ${dataDir}. Stop it first, or set OBELUS_DATA_DIR to another place.`,
    );
  return {
    release,
    open: async () => {
      const cluster = await startCluster({ dataDir, password: keepSecrets(dataDir).postgresPassword });
      noteDatabase(dataDir, cluster.url);
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

/** Opens the database of the settings beside an Obelus that runs on it already, or alone. */
export async function openSharedDatabase(env: Env): Promise<OpenDatabase> {
  const holder = env.databaseUrl ? undefined : findHolder(env.dataDir);
  if (holder?.databaseUrl) return { url: holder.databaseUrl, ended: never, close: async () => undefined };
  const claim = await claimDatabase(env);
  try {
    return await claim.open();
  } catch (error) {
    claim.release();
    throw error;
  }
}
