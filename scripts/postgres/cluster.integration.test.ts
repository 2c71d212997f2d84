import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { type RunningCluster, startCluster } from "./cluster";
import { findHolder, lockDataFolder } from "./data-folder";

const folders: string[] = [];
function dataFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function query(cluster: RunningCluster, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: cluster.url });
  client.on("error", () => undefined); // The server is killed while it is connected.
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined); // The connection is already closed.
  }
}

test("committed data survives a kill, in a folder with a long path with spaces and umlauts", async () => {
  const dataDir = dataFolder(`obelus crash äö ${"x".repeat(120)}-`);
  const first = await startCluster({ dataDir, password: "p" });
  await query(first, "CREATE TABLE numbers (n int)");
  await query(first, "INSERT INTO numbers SELECT generate_series(1, 1000)");
  process.kill(first.pid, "SIGKILL");
  await first.ended;

  const second = await startCluster({ dataDir, password: "p" });
  try {
    expect(await query(second, "SELECT count(*)::int AS rows FROM numbers")).toEqual([{ rows: 1000 }]);
  } finally {
    await second.stop();
  }
});

test("Postgres listens on loopback only", async () => {
  const cluster = await startCluster({ dataDir: dataFolder("obelus-loopback-"), password: "p" });
  try {
    expect(await query(cluster, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  } finally {
    await cluster.stop();
  }
});

test("a data folder is locked by a running Obelus, and free after a crash", async () => {
  const dataDir = dataFolder("obelus-claim-");
  const holder = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e9)", "scripts/start/main.ts"]);
  await once(holder, "spawn");
  writeFileSync(join(dataDir, "running.json"), JSON.stringify({ pid: holder.pid, databaseUrl: "" }));
  expect(findHolder(dataDir)).toMatchObject({ pid: holder.pid });
  expect(lockDataFolder(dataDir)).toBeNull();

  holder.kill("SIGKILL");
  await once(holder, "exit");
  expect(findHolder(dataDir)).toBeUndefined();
  const release = lockDataFolder(dataDir);
  expect(release).not.toBeNull();
  release?.();
  expect(lockDataFolder(dataDir)).not.toBeNull();
});
