import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { FaultResult } from "./fault-result";
import { launch } from "./launch";

/** Starts three instances at the same moment on an empty database, as a deployment does. */
export async function startTogether(
  emptyDatabase: () => Promise<string>,
  rounds: number,
): Promise<FaultResult> {
  let ready = 0;
  const faults: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    const databaseUrl = await emptyDatabase();
    const folder = mkdtempSync(join(tmpdir(), "obelus-together-"));
    const instances = await Promise.all(
      [1, 2, 3].map((number) =>
        launch({
          DATABASE_URL: databaseUrl,
          OBELUS_DATA_DIR: join(folder, String(number)),
          NEXTAUTH_SECRET: "the same secret on all three instances",
        }),
      ),
    );
    try {
      const started = await Promise.all(instances.map((instance) => instance.ready()));
      ready += started.filter(Boolean).length;
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      const { rows } = await client.query(`SELECT
        (SELECT count(*)::int FROM "Article") AS articles,
        (SELECT count(*)::int FROM "Publication") AS publications,
        (SELECT count(*)::int FROM "User" WHERE "role" = 'administrator') AS administrators`);
      await client.end();
      const { articles, publications, administrators } = rows[0];
      if (articles !== 2 || publications !== 1 || administrators !== 1)
        faults.push(
          `round ${round}: ${articles} articles, ${publications} publications, ${administrators} administrators`,
        );
    } finally {
      await Promise.all(instances.map((instance) => instance.stop()));
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return {
    fault: `three instances start together on an empty database, ${rounds} times`,
    seen: `${ready} of ${rounds * 3} ready; ${faults.length === 0 ? "one administrator and one demo each time" : faults.join("; ")}`,
    expected: "all ready, one administrator, one demo",
    met: ready === rounds * 3 && faults.length === 0,
  };
}
