import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeFaultServer } from "@/scripts/faults/kills/fault-server";
import { runFault } from "@/scripts/faults/kills/run-fault";
import { expect, makeArticle, makePerson, PASSWORD, test } from "../../fixtures/desk";

test("killing the server during an editing session loses and duplicates nothing", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "obelus-fault-"));
  const server = await makeFaultServer({
    databaseUrl: process.env.DATABASE_URL ?? "",
    distDir: process.env.OBELUS_DIST_DIR ?? "",
    dataDir,
  });
  try {
    const [article, ada, grace] = [await makeArticle(), await makePerson(), await makePerson()];
    await server.start();
    const { losses, acknowledged } = await runFault(server, {
      article: { id: article.id, versionId: article.version.id },
      writers: [ada, grace].map(({ email }) => ({ email, password: PASSWORD })),
      kills: 3,
    });
    expect(losses).toEqual([]);
    expect(acknowledged).toBeGreaterThan(3);
    // It also stops when asked to while a client is listening.
    await server.stop({ email: ada.email, password: PASSWORD });
  } finally {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
