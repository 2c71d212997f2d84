import { Agent, get } from "node:http";

/** A process of its own, so that the bench's own work delays nothing: asks /api/health every 20 ms and reports how long each answer takes. */
const INTERVAL_MS = 20;
const [, , address = ""] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** A question of the probe, reported when it is asked and again when it is answered. */
export interface HealthQuestion {
  number: number;
  /** When it was asked, in milliseconds since 1970. */
  at: number;
  /** Milliseconds until the answer was complete; null until then. */
  duration: number | null;
}

let asked = 0;
setInterval(() => {
  const question: HealthQuestion = { number: asked++, at: Date.now(), duration: null };
  const began = performance.now();
  // A connection that breaks counts as an answer.
  const report = () => process.send?.({ ...question, duration: performance.now() - began });
  process.send?.(question);
  get(`${address}/api/health`, { agent }, (response) => response.resume().on("end", report)).on(
    "error",
    report,
  );
}, INTERVAL_MS);

process.on("disconnect", () => process.exit(0));
