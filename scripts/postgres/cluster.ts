import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { DISK_FULL, StartError } from "../steps/start-error";
import { clusterFolder, findServerProgram, type ServerProgram } from "./server-program";

export interface RunningCluster {
  /** Connection URL of the database `obelus`. */
  url: string;
  pid: number;
  /** Resolves when the server has exited, for any reason. */
  ended: Promise<void>;
  /** Shuts it down cleanly: open transactions are rolled back, and committed ones are on disk. */
  stop(): Promise<void>;
}

interface Options {
  dataDir: string;
  password: string;
  /** Off only for the throwaway databases of tests. */
  durable?: boolean;
}

/** Characters at the end of the log that are read for the reason of a failed start. */
const LOG_TAIL = 4_000;

const user = "obelus";
const database = "obelus";

/** Starts the embedded Postgres of a data folder, and creates its files first if there are none. */
export async function startCluster({ dataDir, password, durable = true }: Options): Promise<RunningCluster> {
  const program = findServerProgram();
  const folder = clusterFolder(dataDir, program);
  if (!existsSync(join(folder, "PG_VERSION"))) initialise(folder, password, program, durable);
  await stopPreviousServer(folder);

  const port = await freePort();
  const logFile = join(dataDir, "postgres.log");
  const log = openLog(logFile);
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 100,
    timezone: "UTC",
    // Data is on an SSD or in memory, where reading rows through an index costs little more than reading them in order.
    random_page_cost: 1.1,
    fsync: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
  };
  const child = launch(
    program,
    "postgres",
    ["-D", folder, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    log,
  );
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    child.kill("SIGINT");
    await ended;
  };
  try {
    await waitUntilReady(child, url.replace(/\/[^/]*$/, "/postgres"), logFile);
    await ensureDatabase(url.replace(/\/[^/]*$/, "/postgres"));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: child.pid as number, ended, stop };
}

/** Bytes of Postgres's log after which the next start begins a new one. */
const MAX_LOG = 10 * 1024 * 1024;

/** Opens the log to add to it: what happened before a crash stays readable. A long one is moved aside, and the one before it deleted. */
function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > MAX_LOG) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

/** Runs one of Postgres's programs in its own process group, so that a Ctrl-C in the terminal does not reach it. */
function launch(program: ServerProgram, name: string, args: string[], log: number): ChildProcess {
  const [command, ...commandArgs] = [...program.prefix, join(program.bin, name), ...args];
  return spawn(command as string, commandArgs, {
    detached: true,
    cwd: tmpdir(),
    stdio: ["ignore", log, log],
    ...program.identity,
  });
}

/** Creates the files in a temporary folder, and renames it when they are complete. */
function initialise(folder: string, password: string, program: ServerProgram, durable: boolean): void {
  // The remains of an initdb that was killed. The data folder is locked, so none is running.
  for (const name of readdirSync(dirname(folder)))
    if (name.startsWith(`${basename(folder)}.making-`))
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
  const temporary = mkdtempSync(`${folder}.making-`);
  const passwordFile = join(temporary, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (program.identity) {
    chownSync(temporary, program.identity.uid, program.identity.gid);
    chownSync(passwordFile, program.identity.uid, program.identity.gid);
  }
  const args = [
    "-D",
    join(temporary, "cluster"),
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    "--no-instructions",
    // Tests open thousands of connections, and have no secret: a password that is hashed once is checked at once.
    ...(durable ? ["--data-checksums"] : ["--no-sync", "--set", "scram_iterations=1"]),
  ];
  const [command, ...commandArgs] = [...program.prefix, join(program.bin, "initdb"), ...args];
  const result = spawnSync(command as string, commandArgs, {
    cwd: tmpdir(),
    encoding: "utf8",
    ...program.identity,
  });
  try {
    if (result.status !== 0) {
      const output = `${result.stdout}${result.stderr}`;
      if (/No space left on device/i.test(output)) throw new StartError(DISK_FULL);
      throw new StartError(
        `The embedded Postgres could not create its files in ${dirname(folder)}: ${lastLine(output)}. Set DATABASE_URL to use your own Postgres.`,
      );
    }
    renameSync(join(temporary, "cluster"), folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Stops a Postgres that still runs on this folder because an earlier Obelus was killed. */
async function stopPreviousServer(folder: string): Promise<void> {
  const pidFile = join(folder, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!pid || !isPostgresOn(pid, folder)) {
    // The process id may belong to another program by now, and Postgres would think that its server is still running.
    rmSync(pidFile, { force: true });
    return;
  }
  process.kill(pid, "SIGINT");
  for (let waited = 0; isPostgresOn(pid, folder); waited += 50) {
    if (waited > 30_000)
      throw new StartError(
        `A Postgres from an earlier run (process ${pid}) does not stop. Kill it, then run the command again.`,
      );
    await pause(50);
  }
}

function isPostgresOn(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync("/proc/self/cmdline")) return true;
  if (!existsSync(commandLine)) return false;
  return readFileSync(commandLine, "utf8").split("\0").includes(folder);
}

/** A TCP port of the loopback address that is currently free. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** Waits as long as the process lives: after a crash Postgres replays its log before it accepts connections. */
async function waitUntilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  for (let attempts = 0; ; attempts++) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const log = readFileSync(logFile, "utf8").slice(-LOG_TAIL);
      if (/No space left on device/i.test(log)) throw new StartError(DISK_FULL);
      throw new StartError(
        `The embedded Postgres did not start: ${lastLine(log)}. See the full log in ${logFile}.`,
      );
    }
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on("error", () => undefined); // A starting server closes connections; the next attempt shows whether it is ready.
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "28P01")
        throw new StartError(
          "The password of the embedded Postgres is wrong: the file secrets.json in the data folder was changed or lost. Restore it from a backup.",
        );
      if (attempts === 200) process.stdout.write(" (Postgres is recovering after a crash) ");
    }
    await pause(50);
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() ?? "no reason reported";
}
