import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp, isBuilt } from "../../steps/build-app";
import { generateClient } from "../../steps/generate-client";
import { openTestCluster } from "../../test/test-cluster";
import { makeFaultServer } from "./fault-server";
import { type FaultFigures, runFault } from "./run-fault";

/** Kills the server many times during an editing session, on a separate database. */
export async function benchFault(
  kills: number,
  progress: (message: string) => void,
): Promise<FaultFigures & { stopped: number }> {
  await generateClient();
  const distDir = [".next", ".next-test"].find(isBuilt) ?? ".next-test";
  if (!isBuilt(distDir)) {
    progress("building the application");
    await buildApp(distDir);
  }
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
      return { ...figures, stopped: await server.stop(writers[0] ?? { email: "", password: "" }) };
    } finally {
      await server.kill();
    }
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
