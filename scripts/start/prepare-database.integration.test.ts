import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listArticleRows } from "@/lib/db/articles";
import { withTestDatabase } from "@/lib/testing/test-database";
import { prepareDatabase } from "./prepare-database";

withTestDatabase();
/** Bundled by scripts/test/bundle-programs.ts. */
const program = { file: process.env.OBELUS_PREPARE_PROGRAM as string, execArgv: [] };
const dataDir = mkdtempSync(join(tmpdir(), "obelus-prepare-"));
beforeAll(() => {
  vi.stubEnv("OBELUS_DATA_DIR", dataDir);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

test("a preparation that was stopped is continued by the next one, which names the first administrator", async () => {
  const stopped = prepareDatabase(program);
  const refused = expect(stopped.done).rejects.toThrow(
    "Preparing the database was stopped by SIGKILL. Run the command again: it continues where it stopped.",
  );
  // It has begun to load the demo, and holds the lock of all starts.
  await expect.poll(async () => (await listArticleRows({ limit: 10 })).total, { timeout: 170_000 }).toBe(1);
  await stopped.stop();
  await refused;

  const administrator = await prepareDatabase(program).done;
  expect(administrator).toMatchObject({
    email: "admin@obelus.localhost",
    password: expect.stringMatching(/^.{10,}$/),
  });
  expect((await listArticleRows({ limit: 10 })).items.map(({ status }) => status).sort()).toEqual([
    "draft",
    "published",
    "published",
  ]);
  // Until they have signed in, each start names them again.
  expect(await prepareDatabase(program).done).toEqual(administrator);
}, 400_000);

test("a database that does not exist is named", async () => {
  const url = process.env.DATABASE_URL ?? "";
  vi.stubEnv("DATABASE_URL", url.replace(/[^/]*$/, "no_such_database"));
  await expect(prepareDatabase(program).done).rejects.toThrow(/database "no_such_database" does not exist/);
  vi.stubEnv("DATABASE_URL", url);
});
