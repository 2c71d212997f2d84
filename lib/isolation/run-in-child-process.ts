import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import pidusage from "pidusage";
import { err, ok, type Result } from "@/lib/result";
import { childProgram } from "./child-program";
import { makeSemaphore } from "./semaphore";
import type { ProgressOf, Tasks } from "./tasks";

export interface IsolationLimits {
  milliseconds: number;
  /** Total memory. */
  megabytes: number;
}

export const ISOLATION_LIMITS: IsolationLimits = { milliseconds: 30_000, megabytes: 1024 };

/**
 * Each process can use the full memory limit, so only a few run at a time and the server keeps enough for itself. Files for readers wait in
 * a queue of their own: many of them never delay what an editor waits for.
 */
const MAX_CONCURRENT = {
  input: Math.min(4, Math.max(2, availableParallelism())),
  rendering: Math.min(2, Math.max(1, availableParallelism() >> 1)),
} as const;

/** Which tasks wait for each other. */
export type IsolationQueue = keyof typeof MAX_CONCURRENT;

// On globalThis, because Next loads this module once per kind of route.
const globals = globalThis as typeof globalThis & {
  obelusTurns?: Partial<Record<IsolationQueue, ReturnType<typeof makeSemaphore>>>;
};

/** How often a process's memory is checked. */
const POLL_INTERVAL_MS = 100;

/** Why a task did not finish. */
export interface IsolationFailure {
  kind: "too-slow" | "too-large" | "crashed" | "cancelled";
  /** The error behind it, for the log. */
  cause?: unknown;
}

/** What a child process sends: any number of notes on its progress, then its result or its error. */
type ChildMessage = { progress: never } | { value: never } | { thrown: string };

interface RunOptions<Name extends keyof Tasks> {
  signal?: AbortSignal | undefined;
  limits?: IsolationLimits;
  queue?: IsolationQueue;
  /** Called with what the task says about its progress, if it does. */
  onProgress?: ((progress: ProgressOf<Name>) => void) | undefined;
}

/**
 * Runs a task on an untrusted or long input in a child process, which is killed if it takes too long or too much memory. Whatever the input does to
 * it, this process is unaffected, and the child knows none of its settings. A few run at a time, the others wait; waiting does not
 * count towards the time limit.
 * @returns the task's result, or why there is none
 */
export async function runInChildProcess<Name extends keyof Tasks>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
  { signal, limits = ISOLATION_LIMITS, queue = "input", onProgress }: RunOptions<Name> = {},
): Promise<Result<Awaited<ReturnType<Tasks[Name]>>, IsolationFailure>> {
  globals.obelusTurns ??= {};
  globals.obelusTurns[queue] ??= makeSemaphore(MAX_CONCURRENT[queue]);
  const release = await globals.obelusTurns[queue](signal);
  if (release === "cancelled") return err({ kind: "cancelled" });
  try {
    // Cancelled while waiting, or just now.
    if (signal?.aborted) return err({ kind: "cancelled" });
    return await runNow(name, input, { signal, limits, onProgress });
  } finally {
    release();
  }
}

async function runNow<Name extends keyof Tasks>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
  { signal, limits, onProgress }: RunOptions<Name> & { limits: IsolationLimits },
): Promise<Result<Awaited<ReturnType<Tasks[Name]>>, IsolationFailure>> {
  const root = process.cwd();
  const { file, execArgv } = childProgram(root);
  const child = fork(/* turbopackIgnore: true */ file, {
    cwd: root,
    execArgv: [...execArgv, `--max-old-space-size=${limits.megabytes}`, "--no-warnings"],
    // No secrets and no options of this process.
    env: { PATH: process.env.PATH, NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new AbortController();
  try {
    return await new Promise((resolve) => {
      child.on("message", (answer: ChildMessage) => {
        if ("progress" in answer) return onProgress?.(answer.progress);
        if ("value" in answer) return resolve(ok(answer.value));
        resolve(
          err({ kind: "crashed", cause: new Error(`${name} failed in its process: ${answer.thrown}`) }),
        );
      });
      child.once("error", (cause) => {
        resolve(err({ kind: "crashed", cause }));
      });
      // Out of memory, a native crash, or killed from outside.
      child.once("exit", (code, sign) =>
        resolve(
          err({
            kind: code === 134 || sign === "SIGABRT" ? "too-large" : "crashed",
            cause: new Error(`${name} ended its process with ${sign ?? `exit status ${code}`}`),
          }),
        ),
      );
      signal?.addEventListener("abort", () => resolve(err({ kind: "cancelled" })), {
        once: true,
        signal: ended.signal,
      });
      const timeout = setTimeout(() => resolve(err({ kind: "too-slow" })), limits.milliseconds);
      const memoryPoll = setInterval(async () => {
        // It may exit between two checks.
        const { memory } = await pidusage(child.pid as number).catch(() => ({ memory: 0 }));
        if (memory > limits.megabytes * 1024 * 1024) resolve(err({ kind: "too-large" }));
      }, POLL_INTERVAL_MS);
      ended.signal.addEventListener("abort", () => {
        clearTimeout(timeout);
        clearInterval(memoryPoll);
      });
      child.send({ name, input });
    });
  } finally {
    ended.abort();
    child.removeAllListeners();
    child.on("error", () => {}); // It is being killed anyway.
    child.kill("SIGKILL");
    // Its memory is only free once it has exited. A child that never started has no pid.
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      await once(child, "exit");
  }
}

/** The message for a person whose file could not be processed. */
export function describeIsolationFailure(
  name: string,
  { kind }: IsolationFailure,
  limits: IsolationLimits = ISOLATION_LIMITS,
): string {
  switch (kind) {
    case "too-slow":
      return `${name} could not be read within ${Math.round(limits.milliseconds / 1000)} seconds. Use a shorter part of it, or copy its text and paste it.`;
    case "too-large":
      return `${name} needs too much memory to read. Use a shorter part of it, or copy its text and paste it.`;
    case "crashed":
      return `${name} cannot be read: it is damaged, or not the kind of file it seems to be. Save it again, or copy its text and paste it.`;
    case "cancelled":
      return "Reading was cancelled.";
  }
}
