import pg from "pg";

/** What the audit log says of somebody, in its order: "user.sign-in", … For tests on a database of their own. */
export async function auditTrail(
  targetId: string,
): Promise<{ action: string; actorId: string | null; to: unknown }[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(
      'SELECT "action", "actorId", "to" FROM "AuditEvent" WHERE "targetId" = $1 ORDER BY "id"',
      [targetId],
    );
    return rows;
  } finally {
    await client.end();
  }
}
