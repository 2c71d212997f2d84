import pg from "pg";
import { describeAnchor } from "../../../lib/anchoring/describe-anchor";

/** Words of a text for each tick: about what a news article has. */
const WORDS_PER_TICK = 10;

/** Ticks every tenth word of a version off, thousands at a time: the workflow would take minutes. */
export async function tickItems(
  databaseUrl: string,
  { articleId, versionId, byId }: { articleId: string; versionId: string; byId: string },
  text: string,
): Promise<void> {
  const ticks = [...text.matchAll(/\S+/g)]
    .filter((_, index) => index % WORDS_PER_TICK === 0)
    .map((match) => ({
      id: crypto.randomUUID(),
      ...describeAnchor(text, match.index, match.index + match[0].length),
    }));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const columns = '"id" uuid, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text';
    await client.query(
      `INSERT INTO "Tick" ("id", "articleId", "versionId", "kind", "outcome", "start", "end", "exact", "prefix", "suffix", "byId")
       SELECT r."id", $2, $3, 'name', 'checked', r."start", r."end", r."exact", r."prefix", r."suffix", $4
       FROM json_to_recordset($1) AS r(${columns})`,
      [JSON.stringify(ticks), articleId, versionId, byId],
    );
    await client.query(
      `INSERT INTO "TickAnchor" ("tickId", "versionId", "start", "end")
       SELECT r."id", $2, r."start", r."end" FROM json_to_recordset($1) AS r(${columns})`,
      [JSON.stringify(ticks), versionId],
    );
  } finally {
    await client.end();
  }
}
