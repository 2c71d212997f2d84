import { randomUUID } from "node:crypto";
import pg from "pg";
import { claimantKind } from "@/lib/claimants/claimant-kind";
import { nameKeyOf, namesKeyOf } from "@/lib/claimants/name-key";
import { splitClaimantText } from "@/lib/claimants/split-claimant-text";
import { LIMITS } from "@/lib/claims/claim-input";

/** Claims read at a time. */
const BATCH_SIZE = 500;

interface Row {
  id: string;
  text: string;
  tags: string[];
  createdById: string;
}

/**
 * Makes claimants of the texts that claims had before claimants had rows of their own: one for all claims that name the same. The content
 * of a claim does not change, and neither does its revision. A second run finds nothing to do. For use under the start lock: see `migrate`.
 * @param url address of the database
 */
export async function splitClaimantTexts(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    while ((await splitBatch(client)) > 0);
  } finally {
    await client.end();
  }
}

/** @returns the number of claims that were read */
async function splitBatch(client: pg.Client): Promise<number> {
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<Row>(
      `SELECT "id", "claimant" AS "text", coalesce("tags", '{}') AS "tags", "createdById" FROM "Claim"
       WHERE "claimant" IS NOT NULL ORDER BY "id" LIMIT $1 FOR UPDATE`,
      [BATCH_SIZE],
    );
    for (const row of rows) await splitRow(client, row);
    await client.query("COMMIT");
    return rows.length;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function splitRow(client: pg.Client, { id, text, tags, createdById }: Row): Promise<void> {
  const split = splitClaimantText(text, tags, LIMITS);
  const claimantId = split.claimant && (await claimantNamed(client, split.claimant.name, createdById));
  await client.query(
    `UPDATE "Claim" SET "claimant" = NULL, "claimantId" = $2, "claimantRole" = $3, "carriedBy" = $4, "tags" = $5 WHERE "id" = $1`,
    [id, claimantId, split.claimant?.role ?? null, split.carriedBy, split.tags],
  );
}

/** The id of the claimant of that name; the oldest, if several have it, or a new one. */
async function claimantNamed(client: pg.Client, name: string, createdById: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT coalesce("mergedIntoId", "id") AS "id" FROM "Claimant"
     WHERE "namesKey" LIKE $1 ORDER BY "createdAt", "id" LIMIT 1`,
    [`%\n${nameKeyOf(name).replace(/[\\%_]/g, "\\$&")}\n%`],
  );
  if (rows[0]) return rows[0].id;
  const id = randomUUID();
  await client.query(
    `INSERT INTO "Claimant" ("id", "kind", "name", "aliases", "namesKey", "sameAs", "createdById", "updatedAt")
     VALUES ($1, $2, $3, '{}', $4, '{}', $5, clock_timestamp())`,
    [id, claimantKind(name), name, namesKeyOf({ name, aliases: [] }), createdById],
  );
  return id;
}
