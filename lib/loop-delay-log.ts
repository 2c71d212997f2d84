import { createWriteStream } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** How often a line is written, and how precisely delays are measured. */
export const LOG_INTERVAL_MS = 100;
const RESOLUTION_MS = 10;

/** How often the processor time of the thread is read, in milliseconds. */
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
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const log = createWriteStream(path, { flags: "a" });
  histogram.enable();
  let busy = 0;
  let used = threadTime();
  setInterval(() => {
    const now = threadTime();
    busy = Math.max(busy, now - used);
    used = now;
  }, TICK_MS).unref();
  setInterval(() => {
    // The histogram has the time between two timers.
    const delay = histogram.count === 0 ? 0 : Math.max(0, histogram.max / 1e6 - RESOLUTION_MS);
    histogram.reset();
    log.write(`${JSON.stringify({ at: Date.now(), delay, busy } satisfies LoopDelay)}\n`);
    busy = 0;
  }, LOG_INTERVAL_MS).unref();
}

/** Processor time of this thread since it began, in milliseconds. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
