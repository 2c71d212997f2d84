// Runs on whatever Node the host has (20 or newer) before anything is installed: nothing from npm may be imported here.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Prints one sentence that says what to do, and ends the process. */
function refuse(message) {
  console.error(`\n✗ ${message}`);
  process.exit(1);
}

/** Installs the packages in package-lock.json, unless exactly these are installed already. */
function ensureInstalled() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20)
    refuse(`Node ${process.versions.node} is too old. Install Node 20 or newer, then run the command again.`);
  const lock = readFileSync(join(root, "package-lock.json"));
  const lockHash = createHash("sha256").update(lock).digest("hex");
  const stamp = join(root, "node_modules", ".obelus-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash) return;

  const started = Date.now();
  console.log("• Installing packages (a minute or two the first time)");
  const windows = process.platform === "win32";
  const install = spawnSync(
    "npm",
    ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--progress=false"],
    {
      cwd: root,
      shell: windows,
      stdio: ["ignore", "inherit", "pipe"],
      encoding: "utf8",
      env: { ...process.env, NODE_ENV: "development" },
    },
  );
  if (install.status !== 0) {
    process.stderr.write(install.stderr ?? "");
    if (/ENOSPC|no space left/i.test(install.stderr ?? ""))
      refuse("The disk is full. Free about 2 GB, then run the command again.");
    if (/EACCES|EPERM|EROFS/.test(install.stderr ?? ""))
      refuse(`Can't write to ${root}. Run the command as the owner of that folder, or make it writable.`);
    if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET/.test(install.stderr ?? ""))
      refuse("Can't reach the npm registry. Check the network connection, then run the command again.");
    refuse(
      "npm could not install the packages. Fix the problem that it reports above, then run the command again.",
    );
  }
  try {
    writeFileSync(stamp, lockHash);
  } catch (cause) {
    refuse(
      cause.code === "ENOSPC"
        ? "The disk is full. Free about 2 GB, then run the command again."
        : cause.message,
    );
  }
  console.log(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Installs the packages, runs a TypeScript program of this project on the Node version in the lock file, and exits with its status.
 * The program gets its own process group, so that Ctrl-C reaches it only once, through this process, and it can shut down cleanly.
 */
export function handOver(program, args = process.argv.slice(2)) {
  ensureInstalled();
  const node = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(node))
    refuse(
      "Node 24 is missing from node_modules. Delete the folder node_modules, then run the command again.",
    );
  const child = spawn(
    node,
    [
      "--disable-warning=ExperimentalWarning",
      "--disable-warning=DeprecationWarning",
      "--import",
      "tsx",
      join(root, program),
      ...args,
    ],
    {
      cwd: root,
      detached: true,
      stdio: ["inherit", "inherit", "inherit", "ipc"],
    },
  );
  // A second signal makes the program exit immediately, so never send one that the user did not.
  let orphaned;
  const stop = (signal) => {
    clearInterval(orphaned);
    child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => stop(signal === "SIGHUP" ? "SIGTERM" : signal));
  // npm runs this in a shell. A signal can end that shell without reaching us; we notice because our parent process changes.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    orphaned = setInterval(() => process.ppid !== parent && stop("SIGTERM"), 250);
    orphaned.unref();
  }
  child.on("error", (cause) => refuse(`Node 24 could not be started: ${cause.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
