import pg from "pg";
import type { JobData } from "@/lib/db/job-queue-tables";

/** Queued mails to an address. */
export async function listWaitingMails(address: string): Promise<JobData["send-mail"][]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT data FROM pgboss.job WHERE name = 'send-mail' AND data->>'to' = $1 ORDER BY created_on`,
      [address],
    );
    return rows.map(({ data }) => data as JobData["send-mail"]);
  } finally {
    await client.end();
  }
}
