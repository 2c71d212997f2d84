import { Client } from "pg";
import { describeAnchor } from "@/lib/anchoring/describe-anchor";
import type { Actor } from "@/lib/policies/actor";

/**
 * Creates draft claims without verdict on some passages of a new article, thousands at a time, bypassing the workflows.
 * @throws Error for a passage that is not in the article
 */
export async function makeManyClaims(
  article: { id: string; version: { id: string; text: string } },
  author: Actor,
  words: readonly string[],
): Promise<void> {
  const { id: versionId, text } = article.version;
  const rows = words.map((exact, index) => {
    const start = text.indexOf(exact);
    if (start === -1) throw new Error(`the article does not contain “${exact}”`);
    return {
      id: crypto.randomUUID(),
      number: index + 1,
      statement: `It says ${exact}.`,
      ...describeAnchor(text, start, start + exact.length),
    };
  });
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO "Claim" ("id", "articleId", "number", "statement", "kind", "tags", "createdById", "lastEditedById", "updatedAt")
       SELECT r."id", $2, r."number", r."statement", 'event', '{}', $3, $3, now()
       FROM json_to_recordset($1) AS r("id" uuid, "number" int, "statement" text)`,
      [JSON.stringify(rows), article.id, author.id],
    );
    await client.query(
      `INSERT INTO "Anchor" ("id", "claimId", "versionId", "start", "end", "exact", "prefix", "suffix")
       SELECT gen_random_uuid(), r."id", $2, r."start", r."end", r."exact", r."prefix", r."suffix"
       FROM json_to_recordset($1)
         AS r("id" uuid, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text)`,
      [JSON.stringify(rows), versionId],
    );
  } finally {
    await client.end();
  }
}
