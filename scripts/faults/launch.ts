import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../postgres/cluster";
import { projectRoot } from "../steps/project-root";

/** What `npm start` runs, on a free port. */
export interface Launched {
  pid: number;
  address: string;
  output(): string;
  /** Waits until it answers. @returns false if it ended first */
  ready(): Promise<boolean>;
  /** Waits until it has ended. @returns false if it has not by then, in milliseconds */
  ends(limit: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** Starts the launcher with settings. */
export async function launch(env: Record<string, string>): Promise<Launched> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      "--disable-warning=DeprecationWarning",
      "--import",
      "tsx",
      "scripts/start/main.ts",
    ],
    {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, PORT: String(port), PUBLIC_URL: address, DATABASE_URL: "", ...env },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (data) => {
      output += data;
    });
  const ended = new Promise<true>((resolve) => child.once("exit", () => resolve(true)));
  return {
    pid: child.pid as number,
    address,
    output: () => output,
    ready: async () => {
      while (child.exitCode === null && child.signalCode === null) {
        try {
          if ((await fetch(`${address}/api/health`)).ok) return true;
        } catch (error) {
          if (!(error instanceof TypeError)) throw error; // Nothing listens yet.
        }
        await pause(100);
      }
      return false;
    },
    ends: (limit) => Promise.race([ended, pause(limit).then(() => false)]),
    stop: async () => {
      child.kill("SIGTERM");
      if (!(await Promise.race([ended, pause(60_000)]))) child.kill("SIGKILL");
      await ended;
    },
  };
}
