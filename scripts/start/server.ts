import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { projectRoot } from "../steps/project-root";
import { StartError } from "../steps/start-error";

/** @throws StartError if the address is in use, or if listening on it is not permitted */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EADDRINUSE")
        reject(
          new StartError(
            `Port ${port} is in use. Stop the program that uses it, or choose another port: PORT=${port === 3000 ? 3001 : 3000} npm start.`,
          ),
        );
      else if (cause.code === "EACCES")
        reject(
          new StartError(
            `Port ${port} needs special permission. Choose one above 1023: PORT=3000 npm start.`,
          ),
        );
      else if (cause.code === "EADDRNOTAVAIL" || cause.code === "ENOTFOUND")
        reject(
          new StartError(
            `HOST=${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all its addresses.`,
          ),
        );
      else reject(cause);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

export interface RunningServer {
  ended: Promise<number | null>;
  /** Resolves when the server answers. @throws StartError if it exits first */
  ready(): Promise<void>;
  stop(): Promise<void>;
  /** Kills it immediately, whatever it is doing. */
  kill(): Promise<void>;
}

/** Starts Next on the build in `distDir`, or its development server. */
export function startServer(options: {
  host: string;
  port: number;
  dev: boolean;
  env: Record<string, string>;
}): RunningServer {
  const { host, port, dev } = options;
  const child: ChildProcess = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", dev ? "dev" : "start", "--hostname", host, "--port", String(port)],
    {
      cwd: projectRoot,
      detached: true,
      stdio: ["ignore", dev ? "inherit" : "ignore", "inherit"],
      env: {
        ...process.env,
        ...options.env,
        NODE_ENV: dev ? "development" : "production",
        NODE_OPTIONS: "",
        NEXT_TELEMETRY_DISABLED: "1",
        // The server exits when this process does, even if this process is killed: see instrumentation.ts.
        OBELUS_PARENT_PID: String(process.pid),
      },
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return {
    ended,
    ready: async () => {
      while (child.exitCode === null && child.signalCode === null) {
        try {
          const response = await fetch(
            `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}/api/health`,
          );
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
