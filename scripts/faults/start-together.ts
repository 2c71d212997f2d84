import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { FaultResult } from "./fault-result";
import { launch } from "./launch";

/** Starts three instances at the same moment on an empty database, as a deployment does, and compares what they made with what one makes alone. */
export async function startTogether(
  emptyDatabase: () => Promise<string>,
  rounds: number,
): Promise<FaultResult> {
  const alone = await start(1, await emptyDatabase());
  let ready = 0;
  const faults: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    const together = await start(3, await emptyDatabase());
    ready += together.ready;
    if (together.made !== alone.made) faults.push(`round ${round}: ${together.made}`);
  }
  return {
    fault: `three instances start together on an empty database, ${rounds} times`,
    seen: `${ready} of ${rounds * 3} ready; ${faults.length === 0 ? "each time" : `${faults.join("; ")}; alone:`} ${alone.made}`,
    expected: "all ready, and as many administrators, articles and publications as of one instance",
    met: ready === rounds * 3 && faults.length === 0,
  };
}

/** Starts instances on a database. @returns how many are ready, and what they made */
async function start(count: number, databaseUrl: string): Promise<{ ready: number; made: string }> {
  const folder = mkdtempSync(join(tmpdir(), "obelus-together-"));
  const instances = await Promise.all(
    Array.from({ length: count }, (_, number) =>
      launch({
        DATABASE_URL: databaseUrl,
        OBELUS_DATA_DIR: join(folder, String(number)),
        NEXTAUTH_SECRET: "the same secret on all three instances",
      }),
    ),
  );
  try {
    const started = await Promise.all(instances.map((instance) => instance.ready()));
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query(`SELECT
      (SELECT count(*)::int FROM "User" WHERE "role" = 'administrator') AS administrators,
      (SELECT count(*)::int FROM "Article") AS articles,
      (SELECT count(*)::int FROM "Publication") AS publications`);
    await client.end();
    const { administrators, articles, publications } = rows[0];
    return {
      ready: started.filter(Boolean).length,
      made: `${administrators} administrators, ${articles} articles, ${publications} publications`,
    };
  } finally {
    await Promise.all(instances.map((instance) => instance.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}
