import { createWriteStream } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** How often a line is written, and how precisely delays are measured. */
export const LOG_INTERVAL_MS = 100;
const RESOLUTION_MS = 10;

/** One line of the log: the longest delay of the event loop since the line before. */
export interface LoopDelay {
  /** Milliseconds since 1970. */
  at: number;
  /** Milliseconds. */
  delay: number;
}

/** Writes the delays of this process's event loop to a file as JSON lines, for `npm run bench -- stalls`. */
export function logLoopDelays(path: string): void {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const log = createWriteStream(path, { flags: "a" });
  histogram.enable();
  setInterval(() => {
    // The histogram has the time between two timers.
    const delay = histogram.count === 0 ? 0 : Math.max(0, histogram.max / 1e6 - RESOLUTION_MS);
    histogram.reset();
    log.write(`${JSON.stringify({ at: Date.now(), delay } satisfies LoopDelay)}\n`);
  }, LOG_INTERVAL_MS).unref();
}
