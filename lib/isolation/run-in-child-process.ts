import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pidusage from "pidusage";
import { err, ok, type Result } from "@/lib/result";
import { makeSemaphore } from "./semaphore";
import type { Tasks } from "./tasks";

export interface IsolationLimits {
  milliseconds: number;
  /** Of memory, all told. */
  megabytes: number;
}

export const ISOLATION_LIMITS: IsolationLimits = { milliseconds: 30_000, megabytes: 1024 };

/** Each may take all the memory that one may take: a pile of files is read a few at a time, and the server keeps room to serve. */
const MAX_CONCURRENT = Math.min(4, Math.max(2, availableParallelism()));

// Next loads this module anew for each kind of route.
const kept = globalThis as typeof globalThis & { obelusTurns?: ReturnType<typeof makeSemaphore> };

/** How often a process's memory is looked at, in milliseconds. */
const POLL_INTERVAL_MS = 100;

/** Why a task came to no end of its own. */
export type IsolationFailure = "too-slow" | "too-large" | "crashed" | "cancelled";

/**
 * Does a task with a file of unknown origin in a process of its own, which is ended when it takes too long or too much memory. Whatever
 * the file does to its parser, this process goes on; and nothing of this process's settings is known there. A few run at a time, the others
 * wait; waiting does not count as time.
 * @returns what the task returned, or why it did not
 */
export async function runInChildProcess<Name extends keyof Tasks>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
  { signal, limits = ISOLATION_LIMITS }: { signal?: AbortSignal | undefined; limits?: IsolationLimits } = {},
): Promise<Result<Awaited<ReturnType<Tasks[Name]>>, IsolationFailure>> {
  kept.obelusTurns ??= makeSemaphore(MAX_CONCURRENT);
  const leave = await kept.obelusTurns(signal);
  if (leave === "cancelled") return err("cancelled");
  try {
    // While it waited, or just now.
    if (signal?.aborted) return err("cancelled");
    return await runNow(name, input, { signal, limits });
  } finally {
    leave();
  }
}

async function runNow<Name extends keyof Tasks>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
  { signal, limits }: { signal: AbortSignal | undefined; limits: IsolationLimits },
): Promise<Result<Awaited<ReturnType<Tasks[Name]>>, IsolationFailure>> {
  const root = process.cwd();
  const child = fork(join(/* turbopackIgnore: true */ root, "lib", "isolation", "child.ts"), {
    cwd: root,
    execArgv: ["--import", "tsx", `--max-old-space-size=${limits.megabytes}`, "--no-warnings"],
    // Neither secrets nor options of this process.
    env: { PATH: process.env.PATH, NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new AbortController();
  try {
    return await new Promise((resolve) => {
      child.once("message", (answer: { value: never } | { thrown: string }) => {
        if ("value" in answer) return resolve(ok(answer.value));
        console.error(`a task (${name}) failed in its process:`, answer.thrown);
        resolve(err("crashed"));
      });
      child.once("error", (cause) => {
        console.error(`a process for a task (${name}) did not start:`, cause);
        resolve(err("crashed"));
      });
      // Out of memory, a crash of native code, or killed from outside.
      child.once("exit", (code, sign) =>
        resolve(err(code === 134 || sign === "SIGABRT" ? "too-large" : "crashed")),
      );
      signal?.addEventListener("abort", () => resolve(err("cancelled")), {
        once: true,
        signal: ended.signal,
      });
      const late = setTimeout(() => resolve(err("too-slow")), limits.milliseconds);
      const look = setInterval(async () => {
        // It may end between two looks.
        const { memory } = await pidusage(child.pid as number).catch(() => ({ memory: 0 }));
        if (memory > limits.megabytes * 1024 * 1024) resolve(err("too-large"));
      }, POLL_INTERVAL_MS);
      ended.signal.addEventListener("abort", () => {
        clearTimeout(late);
        clearInterval(look);
      });
      child.send({ name, input });
    });
  } finally {
    ended.abort();
    child.removeAllListeners();
    child.on("error", () => {}); // It is being ended.
    child.kill("SIGKILL");
    // It keeps its memory until it is gone. One that never started has no process.
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      await once(child, "exit");
  }
}

/** What to tell whoever gave a file whose task came to no end; what they can do. */
export function describeIsolationFailure(
  name: string,
  reason: IsolationFailure,
  limits: IsolationLimits = ISOLATION_LIMITS,
): string {
  switch (reason) {
    case "too-slow":
      return `${name} could not be read within ${Math.round(limits.milliseconds / 1000)} seconds. Give a shorter part of it, or copy its text and paste it.`;
    case "too-large":
      return `${name} takes more memory to read than any article does. Give a shorter part of it, or copy its text and paste it.`;
    case "crashed":
      return `${name} cannot be read: it is damaged, or not what it seems to be. Save it anew, or copy its text and paste it.`;
    case "cancelled":
      return "Reading was cancelled.";
  }
}
