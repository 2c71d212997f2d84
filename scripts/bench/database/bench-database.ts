import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openTestCluster } from "../../test/test-cluster";
import { fillDatabase } from "./fill-database";
import { findWidestRead, isScan, readTableSizes, type WidestRead } from "./find-scans";
import type { Lookup } from "./lookup";
import { type NewsroomSize, scaledNewsroom } from "./newsroom";
import { recordQueries } from "./record-queries";

/** Times each lookup is measured, after some runs that warm the caches. */
const RUNS = 30;
const WARM_UP_RUNS = 5;
/** Milliseconds that 95 of 100 runs must not exceed, of a lookup without a target of its own. */
const TARGET_MS = 20;

/** How long a lookup takes. */
export interface Measured {
  name: string;
  /** Milliseconds. */
  median: number;
  p95: number;
  /** Milliseconds that `p95` must not exceed. */
  target: number;
  /** How many queries it sends. */
  queries: number;
  /** The 8 KB pages that these read, from memory or from disk. */
  pages: number;
  /** The step of its queries that reads the most rows. */
  widest: WidestRead;
  /** Whether that step scans a large table. */
  scans: boolean;
}

/**
 * Measures every listing and lookup of the product on a filled database, and on one with a tenth of it.
 * @param scale 0 to 1: how much of the large newsroom
 * @param isWanted which lookups are measured; by default all
 * @returns the rows of a table, and the lookups that miss the target or scan a large table
 */
export async function benchDatabase(
  scale: number,
  say: (message: string) => void,
  isWanted: (name: string) => boolean = () => true,
): Promise<{ rows: string[][]; missed: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), "obelus-bench-"));
  const cluster = await openTestCluster(folder);
  try {
    const small = await measureNewsroom(await cluster.makeDatabase("bench_small"), scale / 10, say, isWanted);
    const large = await measureNewsroom(await cluster.makeDatabase("bench_large"), scale, say, isWanted);
    const before = new Map(small.map((each) => [each.name, each]));
    const rows = large.map(({ name, median, p95, target, queries, pages, widest, scans }) => [
      name,
      inMs(median),
      inMs(p95),
      String(target),
      `${inMs(before.get(name)?.p95 ?? 0)}`,
      String(queries),
      pages.toLocaleString("en"),
      `${widest.rows.toLocaleString("en")}${scans ? ` of ${widest.table}: scan` : ""}`,
    ]);
    const missed = large
      .filter(({ p95, target, scans }) => p95 > target || scans)
      .map(({ name, p95, target, scans, widest }) =>
        scans ? `${name} scans ${widest.table}` : `${name} takes ${inMs(p95)} ms, not ${target}`,
      );
    return { rows, missed };
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const inMs = (time: number) => time.toFixed(1);

async function measureNewsroom(
  url: string,
  scale: number,
  say: (message: string) => void,
  isWanted: (name: string) => boolean,
): Promise<Measured[]> {
  const size = scaledNewsroom(scale);
  const from = performance.now();
  await fillDatabase(url, size);
  const seconds = Math.round((performance.now() - from) / 1000);
  say(`Filled with ${size.articles.toLocaleString("en")} articles in ${seconds} s`);
  return measureLookups(url, size, isWanted);
}

/** Measures every lookup on a filled database. */
export async function measureLookups(
  url: string,
  size: NewsroomSize,
  isWanted: (name: string) => boolean = () => true,
): Promise<Measured[]> {
  process.env.DATABASE_URL = url;
  // They read the address of the database when they first connect.
  const { lookupsOf } = await import("./lookups");
  const { disconnect } = await import("../../../lib/db/client");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const sizes = await readTableSizes(client);
    const measured: Measured[] = [];
    for (const lookup of lookupsOf(size).filter(({ name }) => isWanted(name)))
      measured.push(await measure(lookup, client, sizes));
    return measured;
  } finally {
    await client.end();
    await disconnect();
  }
}

async function measure(
  { name, run, target = TARGET_MS }: Lookup,
  client: pg.Client,
  sizes: ReadonlyMap<string, number>,
): Promise<Measured> {
  // What the server reads once and keeps is there already.
  await run(0);
  const queries = await recordQueries(() => run(0));
  let widest: WidestRead = { table: "", rows: 0 };
  let pages = 0;
  for (const query of queries) {
    const read = await findWidestRead(client, query);
    pages += read.pages;
    if (read.rows > widest.rows) widest = read;
  }
  for (let n = 1; n <= WARM_UP_RUNS; n++) await run(n);
  const times: number[] = [];
  for (let n = 1; n <= RUNS; n++) {
    const from = performance.now();
    await run(n);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] as number;
  return {
    name,
    median: at(0.5),
    p95: at(0.95),
    target,
    queries: queries.length,
    pages,
    widest,
    scans: isScan(widest, sizes),
  };
}
