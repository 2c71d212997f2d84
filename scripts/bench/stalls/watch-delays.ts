import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { LoopDelay } from "../../../lib/loop-delay-log";
import { projectRoot } from "../../steps/project-root";
import type { HealthAnswer } from "./probe-health";

/** What an operation did to the server meanwhile, in milliseconds. */
export interface Delays {
  duration: number;
  /** The longest answer of /api/health. */
  health: number;
  /** The longest delay of the event loop. */
  loop: number;
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
  const answers: HealthAnswer[] = [];
  probe.on("message", (answer: HealthAnswer) => answers.push(answer));
  await once(probe, "message");
  return {
    async during(run) {
      answers.length = 0;
      const from = Date.now();
      const began = performance.now();
      await run();
      const duration = performance.now() - began;
      const until = Date.now();
      await pause(SETTLING_MS);
      const asked = answers.filter(({ at, duration: taken }) => at + taken >= from && at <= until);
      const lines = readFileSync(loopDelayLog, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as LoopDelay)
        .filter(({ at }) => at >= from && at <= until + SETTLING_MS);
      return {
        duration,
        health: Math.max(0, ...asked.map((answer) => answer.duration)),
        loop: Math.max(0, ...lines.map(({ delay }) => delay)),
      };
    },
    stop: () => void probe.kill(),
  };
}
