import { setTimeout as pause } from "node:timers/promises";
import type { FaultResult } from "./fault-result";
import { serveDatabase } from "./served-database";
import { makeTraffic } from "./traffic";

/** Stops a server while clients send requests as fast as they are answered. */
export async function stopUnderTraffic(options: {
  databaseUrl: string;
  dataDir: string;
  distDir: string;
}): Promise<FaultResult> {
  const { address, server } = await serveDatabase(options);
  try {
    await server.ready();
    const traffic = makeTraffic(address, ["/", "/desk/sign-in", "/api/health", "/nowhere"], 20);
    await pause(3_000);
    const signalled = performance.now();
    const before = traffic.seen.length;
    await server.stop();
    const took = performance.now() - signalled;
    await traffic.stop();
    const after = traffic.seen.slice(before).filter(({ status }) => status !== null).length;
    const broken = traffic.seen.filter(
      ({ status, at, milliseconds }) => status === null && at - milliseconds < signalled,
    );
    return {
      fault: `SIGTERM under traffic of 20 clients (${before} requests before it)`,
      seen: `ended after ${took.toFixed(0)} ms; ${after} requests answered after it, ${broken.length} of those sent before it cut off`,
      expected: "ends within 10 s, answers what was sent before, at most one further request a connection",
      met: took < 10_000 && broken.length === 0 && after <= 60,
    };
  } finally {
    await server.kill();
  }
}
