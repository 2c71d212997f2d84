import { join } from "node:path";
import pg from "pg";
import { migrate } from "../../lib/db/migrate";
import { startCluster } from "../postgres/cluster";
import { projectRoot } from "../steps/project-root";

export interface TestCluster {
  /** Address of the database `postgres`, from which others are made. */
  url: string;
  /** Makes a database with every migration in it. @returns its address */
  makeDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Brings up a Postgres that is thrown away after the tests, with a migrated database `template_obelus` to copy from. */
export async function openTestCluster(folder: string): Promise<TestCluster> {
  const cluster = await startCluster({ dataDir: folder, password: "test", durable: false });
  const addressOf = (database: string) => cluster.url.replace(/[^/]*$/, database);
  const query = async (sql: string) => {
    const client = new pg.Client({ connectionString: addressOf("postgres") });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await query("CREATE DATABASE template_obelus");
  await migrate(addressOf("template_obelus"), join(projectRoot, "prisma/migrations"));
  return {
    url: addressOf("postgres"),
    makeDatabase: async (name) => {
      await query(`CREATE DATABASE ${name} TEMPLATE template_obelus`);
      return addressOf(name);
    },
    stop: cluster.stop,
  };
}
