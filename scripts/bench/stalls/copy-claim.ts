import pg from "pg";
import { describeAnchor } from "../../../lib/anchoring/describe-anchor";

/** A copy of a claim: its position in the text, in UTF-16 units. */
export interface CopiedSpan {
  start: number;
  end: number;
}

/** Sources that the copies share. */
const SOURCES = 100;

/**
 * Copies an approved claim with its verdict, review and evidence, or a draft claim of a manuscript with its outcome, to other passages of its
 * text, thousands at a time: the workflows would take minutes.
 * @param claim.sourceId null for one of a manuscript, which has no evidence
 */
export async function copyClaim(
  databaseUrl: string,
  claim: { id: string; sourceId: string | null },
  text: string,
  spans: readonly CopiedSpan[],
): Promise<void> {
  const sources = Array.from({ length: SOURCES }, (_, index) => ({
    id: crypto.randomUUID(),
    title: `Release ${index}`,
    url: `https://example.org/${crypto.randomUUID()}`,
  }));
  const rows = spans.map(({ start, end }, index) => ({
    id: crypto.randomUUID(),
    verdictId: crypto.randomUUID(),
    outcomeId: crypto.randomUUID(),
    sourceId: sources[index % SOURCES]?.id,
    number: index + 2,
    statement: `Claim ${index + 2} says that it rose.`,
    ...describeAnchor(text, start, end),
  }));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const copy = async (
    table: string,
    where: string,
    changes: string,
    list: readonly object[],
    columns: string,
  ) => {
    // The database fills generated columns itself.
    const { rows: own } = await client.query<{ name: string }>(
      `SELECT quote_ident(column_name) AS name FROM information_schema.columns
       WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER'`,
      [table],
    );
    const names = own.map(({ name }) => name);
    await client.query(
      `INSERT INTO "${table}" (${names.join()}) SELECT ${names.map((name) => `copied.${name}`).join()}
       FROM "${table}" t, json_to_recordset($1) AS r(${columns}),
         jsonb_populate_record(NULL::"${table}", to_jsonb(t) || jsonb_build_object(${changes})) AS copied
       WHERE t.${where} = $2`,
      [JSON.stringify(list), where === '"id"' && table === "Source" ? claim.sourceId : claim.id],
    );
  };
  const columns =
    '"id" uuid, "verdictId" uuid, "outcomeId" uuid, "sourceId" uuid, "number" int, "statement" text, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text';
  try {
    if (claim.sourceId !== null)
      await copy(
        "Source",
        '"id"',
        `'id', r."id", 'title', r."title", 'url', r."url", 'urlKey', r."url"`,
        sources,
        '"id" uuid, "title" text, "url" text',
      );
    await copy(
      "Claim",
      '"id"',
      `'id', r."id", 'number', r."number", 'statement', r."statement", 'state', 'draft', 'currentVerdictId', NULL, 'currentOutcomeId', NULL, 'idempotencyKey', NULL`,
      rows,
      columns,
    );
    await copy("Verdict", '"claimId"', `'id', r."verdictId", 'claimId', r."id"`, rows, columns);
    await copy("ClaimOutcome", '"claimId"', `'id', r."outcomeId", 'claimId', r."id"`, rows, columns);
    await client.query(
      `UPDATE "Claim" c SET "currentVerdictId" = v."id" FROM "Verdict" v WHERE v."claimId" = c."id" AND c."currentVerdictId" IS NULL`,
    );
    await client.query(
      `UPDATE "Claim" c SET "currentOutcomeId" = o."id" FROM "ClaimOutcome" o WHERE o."claimId" = c."id" AND c."currentOutcomeId" IS NULL`,
    );
    // The database allows only the steps of a review.
    for (const state of claim.sourceId === null ? [] : ["in_review", "approved"])
      await client.query(
        `UPDATE "Claim" SET "state" = '${state}' WHERE "id" = ANY (SELECT (r->>'id')::uuid FROM json_array_elements($1) r)`,
        [JSON.stringify(rows)],
      );
    await copy("Review", '"claimId"', `'id', gen_random_uuid(), 'claimId', r."id"`, rows, columns);
    if (claim.sourceId !== null)
      await copy(
        "Evidence",
        '"claimId"',
        `'id', gen_random_uuid(), 'claimId', r."id", 'sourceId', r."sourceId"`,
        rows,
        columns,
      );
    await copy(
      "Anchor",
      '"claimId"',
      `'id', gen_random_uuid(), 'claimId', r."id", 'start', r."start", 'end', r."end", 'exact', r."exact", 'prefix', r."prefix", 'suffix', r."suffix"`,
      rows,
      columns,
    );
  } finally {
    await client.end();
  }
}
