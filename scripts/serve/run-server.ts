import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { projectRoot } from "../steps/project-root";
import { StartError } from "../steps/start-error";

export interface ServerProcess {
  pid: number;
  ended: Promise<number | null>;
  /** Resolves when the server answers. @throws StartError if it exits first */
  ready(): Promise<void>;
  stop(): Promise<void>;
  /** Kills it immediately, whatever it is doing. */
  kill(): Promise<void>;
}

/** Runs the server as a process of its own, for tests and benches. It ends with this process. */
export function runServer({
  host,
  port,
  env,
  onLog,
}: {
  host: string;
  port: number;
  env: Record<string, string>;
  /** Gets what the server writes to its log; else it is printed. */
  onLog?: (text: string) => void;
}): ServerProcess {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      "--disable-warning=DeprecationWarning",
      "--import",
      "tsx",
      "scripts/serve/main.ts",
    ],
    {
      cwd: projectRoot,
      detached: true,
      stdio: onLog ? ["ignore", "pipe", "pipe", "ipc"] : ["ignore", "ignore", "inherit", "ipc"],
      env: { ...process.env, ...env, PORT: String(port), HOST: host, NODE_ENV: "production" },
    },
  );
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => onLog?.(String(data)));
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return {
    pid: child.pid as number,
    ended,
    ready: async () => {
      while (child.exitCode === null && child.signalCode === null) {
        try {
          const response = await fetch(`http://${host}:${port}/api/health`);
          if (response.ok) return;
        } catch (error) {
          if (!(error instanceof TypeError)) throw error; // fetch throws a TypeError while nothing listens yet.
        }
        await pause(60);
      }
      throw new StartError("The server stopped before it was ready. Its output is above.");
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
