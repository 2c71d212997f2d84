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

/** Creates the data folder if it is missing, makes it private to its owner, and checks that it is writable. */
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
        ? `The data folder ${dataDir} is not a folder. Remove that file, or set OBELUS_DATA_DIR to another folder.`
        : `Can't write to the data folder ${dataDir}. Make it writable for this user, or set OBELUS_DATA_DIR to another folder.`,
      { cause },
    );
  }
}

/** Node's recursive mkdir never returns if the system reports ENOENT for a folder that exists, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** Reads the secrets from the data folder; creates them on the first start. */
export function ensureSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  if (existsSync(file)) {
    try {
      const stored = JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>;
      if (stored.nextAuthSecret && stored.postgresPassword)
        return { nextAuthSecret: stored.nextAuthSecret, postgresPassword: stored.postgresPassword };
    } catch (cause) {
      throw new StartError(`Can't read ${file}. Restore it from a backup.`, { cause });
    }
    throw new StartError(`${file} is incomplete. Restore it from a backup.`);
  }
  const secrets: Secrets = {
    nextAuthSecret: randomBytes(48).toString("base64url"),
    postgresPassword: randomBytes(24).toString("base64url"),
  };
  // Written to a temporary file and renamed, so that a crash leaves the complete file or none.
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

interface Holder {
  pid: number;
  /** Empty until its Postgres has started. */
  databaseUrl: string;
}

const holderFile = (dataDir: string) => join(dataDir, "running.json");

/** The Obelus that currently runs on the data folder, if there is one. */
export function findHolder(dataDir: string): Holder | undefined {
  let holder: Holder;
  try {
    holder = JSON.parse(readFileSync(holderFile(dataDir), "utf8")) as Holder;
  } catch {
    return undefined; // Missing, or incomplete after a crash: the folder is not locked.
  }
  return isObelus(holder.pid) ? holder : undefined;
}

/**
 * Locks the data folder for this process.
 * @returns a function that releases the lock, or null if another Obelus holds it
 */
export function lockDataFolder(dataDir: string): (() => void) | null {
  const file = holderFile(dataDir);
  // Written in full under another name and then linked. Linking fails if the name exists, so that only one of two simultaneous starts wins.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, databaseUrl: "" } satisfies Holder), { mode: 0o600 });
  try {
    for (const isLastAttempt of [false, true]) {
      try {
        linkSync(own, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
        if (isLastAttempt || findHolder(dataDir)) return null;
        rmSync(file, { force: true }); // Left behind by a crash.
      }
    }
    return null;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Records the connection URL of this process's database, for commands that run at the same time. */
export function recordDatabase(dataDir: string, databaseUrl: string): void {
  const own = `${holderFile(dataDir)}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, databaseUrl } satisfies Holder), { mode: 0o600 });
  renameSync(own, holderFile(dataDir));
}

/** Whether a process is running and is an Obelus: its id may belong to another program by now. */
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
