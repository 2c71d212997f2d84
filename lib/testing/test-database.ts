import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { disconnect } from "@/lib/db/client";
import { setPublicationRenderer } from "@/lib/documents/render-publication";
import { forgetEnv } from "@/lib/env";
import { renderInProcess } from "./reports/render-in-process";

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Gives a test file its own database, migrated and empty, while it runs. Publishing renders in this process, without the PDF. */
export function withTestDatabase(): void {
  const cluster = process.env.OBELUS_TEST_CLUSTER;
  if (!cluster) throw new Error("Integration tests need their Postgres: run npm test -- --only integration");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  beforeAll(async () => {
    await query(cluster, `CREATE DATABASE ${name} TEMPLATE template_obelus`);
    process.env.DATABASE_URL = cluster.replace(/[^/]*$/, name);
    forgetEnv();
    setPublicationRenderer(renderInProcess);
  });
  afterAll(async () => {
    setPublicationRenderer(undefined);
    await disconnect();
    await query(cluster, `DROP DATABASE ${name} WITH (FORCE)`);
  });
}
