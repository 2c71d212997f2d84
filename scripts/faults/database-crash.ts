import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { FaultResult } from "./fault-result";
import { launch } from "./launch";
import { makeTraffic } from "./traffic";

/** Kills the embedded Postgres under requests, again and again: the launcher must end, and start again on the same data folder. */
export async function databaseCrash(rounds: number): Promise<FaultResult> {
  const dataDir = mkdtempSync(join(tmpdir(), "obelus-crash-"));
  const times: number[] = [];
  let [ended, restarted] = [0, 0];
  try {
    for (let round = 1; round <= rounds; round++) {
      const instance = await launch({ OBELUS_DATA_DIR: dataDir });
      try {
        if (await instance.ready()) restarted += 1;
        else continue;
        const traffic = makeTraffic(instance.address, ["/", "/desk/sign-in", "/api/health"], 10);
        await pause(300 + 70 * round);
        const killed = performance.now();
        process.kill(postmasterOf(dataDir), "SIGKILL");
        if (await instance.ends(30_000)) {
          ended += 1;
          times.push(performance.now() - killed);
        }
        await traffic.stop();
      } finally {
        await instance.stop();
      }
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return {
    fault: `the embedded Postgres is killed under traffic, ${rounds} times`,
    seen: `ended ${ended} of ${rounds}, the longest after ${Math.max(0, ...times).toFixed(0)} ms; started ${restarted} of ${rounds} on that data folder`,
    expected: "ends within 30 s and starts again each time",
    met: ended === rounds && restarted === rounds,
  };
}

/** The process id of the Postgres that runs on a data folder. */
function postmasterOf(dataDir: string): number {
  for (const name of readdirSync(dataDir)) {
    try {
      return Number(readFileSync(join(dataDir, name, "postmaster.pid"), "utf8").split("\n")[0]);
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && /ENOENT|ENOTDIR/.test(String(cause.code))))
        throw cause;
    }
  }
  throw new Error(`no Postgres runs on ${dataDir}`);
}
