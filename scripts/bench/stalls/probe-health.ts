import { Agent, get } from "node:http";

/** A process of its own, so that the bench's own work delays nothing: asks /api/health every 20 ms and reports how long each answer takes. */
const INTERVAL_MS = 20;
const [, , address = ""] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** What the probe reports. */
export interface HealthAnswer {
  /** When it was asked, in milliseconds since 1970. */
  at: number;
  /** Milliseconds until the answer was complete. */
  duration: number;
}

setInterval(() => {
  const at = Date.now();
  const began = performance.now();
  const request = get(`${address}/api/health`, { agent }, (response) => {
    response.resume();
    response.on("end", () =>
      process.send?.({ at, duration: performance.now() - began } satisfies HealthAnswer),
    );
  });
  // A connection that breaks is seen as an answer that takes as long.
  request.on("error", () =>
    process.send?.({ at, duration: performance.now() - began } satisfies HealthAnswer),
  );
}, INTERVAL_MS);

process.on("disconnect", () => process.exit(0));
