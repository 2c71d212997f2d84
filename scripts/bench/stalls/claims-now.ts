import pg from "pg";

/** The claims of an article as they are stored now, in the order of their numbers. */
export async function claimsNow(
  articleId: string,
): Promise<{ claimId: string; revision: number; state: string }[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT "id" AS "claimId", "revision", "state"::text FROM "Claim" WHERE "articleId" = $1 AND "deletedAt" IS NULL ORDER BY "number"`,
      [articleId],
    );
    return rows;
  } finally {
    await client.end();
  }
}
