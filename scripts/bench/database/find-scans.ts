import type pg from "pg";
import type { SentQuery } from "./record-queries";

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: PlanNode[];
}

/** The step of a plan that reads the most rows of one table. */
export interface WidestRead {
  table: string;
  rows: number;
}

/** Tables of this size and more are large. */
const LARGE_TABLE = 10_000;
/** A read of a large table is a scan if it reads more rows than this and more than this part of the table. */
const SCAN = { rows: 10_000, part: 0.1 };

/** Number of rows by table, as Postgres estimates them. */
export async function readTableSizes(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ relname: string; reltuples: number }>(
    "SELECT relname, reltuples FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  return new Map(rows.map(({ relname, reltuples }) => [relname, reltuples]));
}

/** Runs a query with EXPLAIN ANALYZE. @returns the widest read of any table in its plan, and the 8 KB pages that it read in all */
export async function findWidestRead(
  client: pg.Client,
  { text, values }: SentQuery,
): Promise<WidestRead & { pages: number }> {
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON, TIMING OFF, COSTS OFF) ${text}`,
    values,
  );
  let widest: WidestRead = { table: "", rows: 0 };
  const visit = (node: PlanNode): void => {
    const table = node["Relation Name"];
    if (table) {
      const each =
        (node["Actual Rows"] ?? 0) +
        (node["Rows Removed by Filter"] ?? 0) +
        (node["Rows Removed by Index Recheck"] ?? 0);
      const read = Math.round(each * (node["Actual Loops"] ?? 1));
      if (read > widest.rows) widest = { table, rows: read };
    }
    for (const child of node.Plans ?? []) visit(child);
  };
  let pages = 0;
  for (const { Plan } of rows[0]?.["QUERY PLAN"] ?? []) {
    visit(Plan);
    pages += (Plan["Shared Hit Blocks"] ?? 0) + (Plan["Shared Read Blocks"] ?? 0);
  }
  return { ...widest, pages };
}

/** Whether a read is a scan of a large table. */
export function isScan({ table, rows }: WidestRead, sizes: ReadonlyMap<string, number>): boolean {
  const size = sizes.get(table) ?? 0;
  return size >= LARGE_TABLE && rows > SCAN.rows && rows > size * SCAN.part;
}
