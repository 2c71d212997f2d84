import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../../../lib/db/migrate";
import { startCluster } from "../../postgres/cluster";
import { projectRoot } from "../../steps/project-root";
import { fillDatabase } from "./fill-database";
import { idOf, scaledNewsroom } from "./newsroom";

/** How many people write at the same time. */
const WRITERS = [1, 4, 16] as const;
const SECONDS = 5;

/**
 * How many changes a second are committed while people write at the same time, each on an article of their own. Every event of the audit
 * log is linked to the one before while its transaction commits, so commits wait for each other; the second figure is without that.
 */
export async function benchWriters(): Promise<string[][]> {
  const dataDir = mkdtempSync(join(tmpdir(), "obelus-bench-"));
  const cluster = await startCluster({ dataDir, password: "bench", durable: true });
  try {
    await migrate(cluster.url, join(projectRoot, "prisma/migrations"));
    await fillDatabase(cluster.url, scaledNewsroom(0.01));
    const rows: string[][] = [];
    for (const writers of WRITERS) {
      const chained = await measureWrites(cluster.url, writers);
      await setChained(cluster.url, false);
      const alone = await measureWrites(cluster.url, writers);
      await setChained(cluster.url, true);
      rows.push([
        String(writers),
        chained.perSecond.toFixed(0),
        chained.p95.toFixed(1),
        alone.perSecond.toFixed(0),
        alone.p95.toFixed(1),
      ]);
    }
    return rows;
  } finally {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** Turns the linking of events on or off. */
async function setChained(url: string, isOn: boolean): Promise<void> {
  const client = await connect(url);
  try {
    await client.query(`ALTER TABLE "AuditEvent" ${isOn ? "ENABLE" : "DISABLE"} TRIGGER "AuditEvent_linked"`);
  } finally {
    await client.end();
  }
}

/** @returns committed changes a second, and the milliseconds that 95 of 100 changes do not exceed */
async function measureWrites(url: string, writers: number): Promise<{ perSecond: number; p95: number }> {
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1000;
  const write = async (writer: number) => {
    const client = await connect(url);
    const ids = [idOf("person", writer), idOf("claim", writer * 50), idOf("article", writer * 10)];
    try {
      while (performance.now() < until) {
        const from = performance.now();
        await client.query("BEGIN");
        await client.query(`UPDATE "Claim" SET "revision" = "revision" + 1 WHERE "id" = $1`, [ids[1]]);
        await client.query(
          `INSERT INTO "AuditEvent" ("at", "actorId", "action", "targetType", "targetId", "articleId", "to", "contentHash")
            VALUES (now(), $1, 'claim.edit', 'claim', $2::text, $3, '{"statement":"after"}', repeat('0', 64))`,
          ids,
        );
        await client.query("COMMIT");
        times.push(performance.now() - from);
      }
    } finally {
      await client.end();
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, n) => write(n + 1)));
  times.sort((a, b) => a - b);
  return { perSecond: times.length / SECONDS, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}
