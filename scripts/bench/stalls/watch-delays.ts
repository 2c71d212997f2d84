import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LOG_INTERVAL_MS, type LoopDelay } from "../../../lib/loop-delay-log";
import { projectRoot } from "../../steps/project-root";
import type { HealthQuestion } from "./probe-health";

/** What an operation did to the server meanwhile, in milliseconds. */
export interface Delays {
  duration: number;
  /** The longest answer of /api/health. */
  health: number;
  /** The longest delay of the event loop. */
  loop: number;
  /** The most processor time that the server's thread used at once: what the two above would be on an idle machine. */
  busy: number;
}

export interface DelayWatch {
  /** Runs something and measures the delays meanwhile. */
  during(run: () => Promise<void>): Promise<Delays>;
  stop(): void;
}

/** Until answers and log lines that belong to an operation have arrived. */
const SETTLING_MS = 300;

/** Watches a server's delays. @param loopDelayLog the file to which the server writes those of its event loop */
export async function watchDelays(address: string, loopDelayLog: string): Promise<DelayWatch> {
  const probe = fork(join(projectRoot, "scripts/bench/stalls/probe-health.ts"), [address], {
    execArgv: ["--import", "tsx"],
  });
  const questions = new Map<number, HealthQuestion>();
  probe.on("message", (question: HealthQuestion) => questions.set(question.number, question));
  await once(probe, "message");
  return {
    async during(run) {
      // Those without answer may still be waiting for the operation before.
      for (const { number, duration } of questions.values()) if (duration !== null) questions.delete(number);
      const from = Date.now();
      const began = performance.now();
      await run();
      const duration = performance.now() - began;
      const until = Date.now();
      await pause(SETTLING_MS);
      const lines = readLog(loopDelayLog);
      return {
        duration,
        health: longestWait([...questions.values()], from, until),
        loop: longestDelay(lines, from, until + SETTLING_MS),
        busy: Math.max(
          0,
          ...lines.filter(({ at }) => at >= from && at <= until + SETTLING_MS).map(({ busy }) => busy),
        ),
      };
    },
    stop: () => void probe.kill(),
  };
}

/** A question without answer has waited until now. */
function longestWait(questions: readonly HealthQuestion[], from: number, until: number): number {
  const now = Date.now();
  const waits = questions
    .map(({ at, duration }) => ({ at, wait: duration ?? now - at }))
    .filter(({ at, wait }) => at <= until && at + wait >= from);
  return Math.max(0, ...waits.map(({ wait }) => wait));
}

function readLog(path: string): LoopDelay[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as LoopDelay);
}

/** While the loop stands still no lines are written: then the time since the last one counts. */
function longestDelay(lines: readonly LoopDelay[], from: number, until: number): number {
  const delays = lines.filter(({ at }) => at >= from && at <= until).map(({ delay }) => delay);
  const silence = until - (lines.at(-1)?.at ?? from) - 2 * LOG_INTERVAL_MS;
  return Math.max(0, ...delays, silence);
}
