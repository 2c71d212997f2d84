import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTestCluster } from "../../test/test-cluster";
import type { FaultResult } from "../fault-result";
import { makeFaultServer } from "./fault-server";
import { runFault } from "./run-fault";

/** Kills the server many times during an editing session, on a separate database. */
export async function killManyTimes(
  kills: number,
  distDir: string,
  progress: (message: string) => void,
): Promise<FaultResult> {
  const folder = mkdtempSync(join(tmpdir(), "obelus-fault-"));
  const cluster = await openTestCluster(folder);
  try {
    const databaseUrl = await cluster.makeDatabase("fault");
    // This process creates the people and the article.
    process.env.DATABASE_URL = databaseUrl;
    const server = await makeFaultServer({ databaseUrl, dataDir: folder, distDir });
    const { makeArticle, makePerson, PASSWORD } = await import("../../../lib/testing/factories");
    const { disconnect } = await import("../../../lib/db/client");
    const article = await makeArticle();
    const people = await Promise.all([makePerson(), makePerson(), makePerson()]);
    const writers = people.map(({ email }) => ({ email, password: PASSWORD }));
    await disconnect();
    await server.start();
    try {
      const figures = await runFault(server, {
        article: { id: article.id, versionId: article.version.id },
        writers,
        kills,
        progress,
      });
      const stopped = await server.stop(writers[0] ?? { email: "", password: "" });
      for (const loss of figures.losses) progress(`✗ ${loss}`);
      return {
        fault: `the server is killed ${figures.kills} times while three people write (${figures.seconds.toFixed(0)} s)`,
        seen: `${figures.acknowledged} writes confirmed, ${figures.resent} resent, ${figures.losses.length} lost or doubled; an answer ${figures.downtime.median.toFixed(0)} ms after a kill (longest ${figures.downtime.longest.toFixed(0)}); SIGTERM with an open stream took ${stopped.toFixed(0)} ms`,
        expected: "nothing lost or doubled, SIGTERM ends within 10 s",
        met: figures.losses.length === 0 && stopped < 10_000,
      };
    } finally {
      await server.kill();
    }
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
