import { createWriteStream } from "node:fs";

/** How often a line is written, and how precisely delays are measured, in milliseconds. */
export const LOG_INTERVAL_MS = 100;
const TICK_MS = 2;

/** One line of the log: what held up the event loop since the line before. */
export interface LoopDelay {
  /** Milliseconds since 1970. */
  at: number;
  /** The longest delay of the event loop, in milliseconds. */
  delay: number;
  /**
   * The most processor time that this thread used between two turns of a timer, in milliseconds: how long it would delay others on a machine
   * with nothing else to do.
   */
  busy: number;
}

/** Writes the delays of this process's event loop to a file as JSON lines, for `npm run bench -- stalls`. */
export function logLoopDelays(path: string): void {
  const log = createWriteStream(path, { flags: "a" });
  let delay = 0;
  let busy = 0;
  let before = { time: performance.now(), used: threadTime() };
  setInterval(() => {
    const now = { time: performance.now(), used: threadTime() };
    delay = Math.max(delay, now.time - before.time - TICK_MS);
    busy = Math.max(busy, now.used - before.used);
    before = now;
  }, TICK_MS).unref();
  // Not the histogram of node:perf_hooks: to reset it loses a delay that ends just then.
  setInterval(() => {
    log.write(`${JSON.stringify({ at: Date.now(), delay, busy } satisfies LoopDelay)}\n`);
    delay = 0;
    busy = 0;
  }, LOG_INTERVAL_MS).unref();
}

/** Processor time of this thread since it began, in milliseconds. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
