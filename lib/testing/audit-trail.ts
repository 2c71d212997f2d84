import pg from "pg";

/** The audit events of a target, in order: "user.sign-in", … For tests with their own database. */
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
