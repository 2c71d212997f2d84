import { setTimeout as pause } from "node:timers/promises";
import { type Door, makeDoor } from "./door";
import type { FaultResult } from "./fault-result";
import { type ServedDatabase, serveDatabase } from "./served-database";
import { ask, makeTraffic } from "./traffic";

const OUTAGE_MS = 10_000;

/** Takes the database away from a server that has traffic, in two ways, and gives it back. */
export async function databaseOutage(options: {
  databaseUrl: string;
  dataDir: string;
  distDir: string;
}): Promise<FaultResult[]> {
  const door = await makeDoor(options.databaseUrl);
  await door.open();
  const served = await serveDatabase({ ...options, databaseUrl: door.url });
  try {
    await served.server.ready();
    return [
      await outage("the database crashes, and comes back after 10 s", served, door, () => door.close()),
      await outage("the database freezes for 10 s", served, door, async () => door.freeze()),
    ];
  } finally {
    await served.server.kill();
    await door.close();
  }
}

async function outage(
  fault: string,
  { address, log }: ServedDatabase,
  door: Door,
  begin: () => Promise<void>,
): Promise<FaultResult> {
  const logBefore = log().length;
  const traffic = makeTraffic(address, ["/", "/api/v1/articles", "/desk/sign-in"], 6);
  const health = makeTraffic(address, ["/api/health"], 1);
  await pause(1_000);
  const began = performance.now();
  await begin();
  await pause(OUTAGE_MS);
  const ended = performance.now();
  await door.open();
  // The page that reads the database answers again.
  let back = await ask(`${address}/`);
  while (back.status !== 200 && performance.now() - ended < 30_000) {
    await pause(50);
    back = await ask(`${address}/`);
  }
  await traffic.stop();
  await health.stop();
  const during = traffic.seen.filter(
    ({ at, milliseconds }) => at - milliseconds > began + 5_500 && at < ended,
  );
  const wrong = during.filter(({ status, retryAfter }) => !(status === 503 && retryAfter));
  const slowest = Math.max(...health.seen.map(({ milliseconds }) => milliseconds));
  const lines = log()
    .slice(logBefore)
    .split("\n")
    .filter((line) => line.startsWith("The database "));
  const all = log()
    .slice(logBefore)
    .split("\n")
    .filter((line) => line.trim() !== "").length;
  const recovered = back.at - ended;
  return {
    fault,
    seen: `${during.length - wrong.length} of ${during.length} requests got 503 with Retry-After; slowest health ${slowest.toFixed(0)} ms; back after ${recovered.toFixed(0)} ms; ${lines.length} lines about the outage, ${all} in all`,
    expected:
      "503 with Retry-After for all, health within 4 s, back within 5 s, one line at the beginning and one at the end",
    met: wrong.length === 0 && slowest < 4_000 && recovered < 5_000 && lines.length === 2,
  };
}
