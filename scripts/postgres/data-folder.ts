import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { StartError } from "../steps/start-error";

export interface Secrets {
  nextAuthSecret: string;
  postgresPassword: string;
}

/** Makes the data folder where it is missing, closed to others, and checks that it can be written. */
export function openDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    const probe = join(dataDir, ".writable");
    writeFileSync(probe, "");
    rmSync(probe);
    chmodSync(dataDir, 0o700);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    if (code === "ENOSPC") throw cause;
    throw new StartError(
      code === "ENOTDIR" || code === "EEXIST"
        ? `The data folder ${dataDir} is not a folder. Remove that file, or set OBELUS_DATA_DIR to another place.`
        : `The data folder ${dataDir} cannot be written. Make it writable for this user, or set OBELUS_DATA_DIR to another place.`,
      { cause },
    );
  }
}

/** Node's own recursive mkdir never returns where the system answers ENOENT to a folder that is there, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** Reads the secrets kept in the data folder; makes them at the first start. */
export function keepSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  if (existsSync(file)) {
    try {
      const kept = JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>;
      if (kept.nextAuthSecret && kept.postgresPassword)
        return { nextAuthSecret: kept.nextAuthSecret, postgresPassword: kept.postgresPassword };
    } catch (cause) {
      throw new StartError(`${file} cannot be read. Restore it from a backup.`, { cause });
    }
    throw new StartError(`${file} is incomplete. Restore it from a backup.`);
  }
  const made: Secrets = {
    nextAuthSecret: randomBytes(48).toString("base64url"),
    postgresPassword: randomBytes(24).toString("base64url"),
  };
  // Written beside and moved, so that a crash leaves the whole file or none.
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

interface Holder {
  pid: number;
  /** Empty until its Postgres is up. */
  databaseUrl: string;
}

const holderFile = (dataDir: string) => join(dataDir, "running.json");

/** The Obelus that runs on the data folder now, if one does. */
export function findHolder(dataDir: string): Holder | undefined {
  let holder: Holder;
  try {
    holder = JSON.parse(readFileSync(holderFile(dataDir), "utf8")) as Holder;
  } catch {
    return undefined; // Not there, or cut short by a crash: nobody holds the folder.
  }
  return isObelus(holder.pid) ? holder : undefined;
}

/**
 * Takes the data folder for this process alone.
 * @returns what gives it back, or null where another Obelus holds it
 */
export function claimDataFolder(dataDir: string): (() => void) | null {
  const file = holderFile(dataDir);
  // Put whole under a name of its own and linked, which fails where the name is taken: of two starts in one moment one wins.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, databaseUrl: "" } satisfies Holder), { mode: 0o600 });
  try {
    for (const last of [false, true]) {
      try {
        linkSync(own, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
        if (last || findHolder(dataDir)) return null;
        rmSync(file, { force: true }); // Left over by a crash.
      }
    }
    return null;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Notes where the database of this process is, for commands that work beside it. */
export function noteDatabase(dataDir: string, databaseUrl: string): void {
  const own = `${holderFile(dataDir)}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, databaseUrl } satisfies Holder), { mode: 0o600 });
  renameSync(own, holderFile(dataDir));
}

/** Whether a process lives and is one of ours; its number may have gone to another program. */
function isObelus(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  if (!existsSync("/proc/self/cmdline")) return true;
  const commandLine = `/proc/${pid}/cmdline`;
  return (
    existsSync(commandLine) &&
    /scripts\/(start|obelus|test)\/main\.ts/.test(readFileSync(commandLine, "utf8"))
  );
}
