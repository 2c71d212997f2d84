import pg from "pg";
import type { AcknowledgedWrite } from "./acknowledged-write";

/**
 * Compares the writes that the server confirmed with the database.
 * @returns a message for each write that is lost, duplicated, or stored without having been confirmed
 */
export async function findLosses(
  databaseUrl: string,
  articleId: string,
  acknowledged: readonly AcknowledgedWrite[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rowsOf = async <Row>(sql: string) => (await client.query(sql, [articleId])).rows as Row[];
  try {
    const claims = await rowsOf<{ id: string; statement: string; state: string; evidence: number }>(
      `SELECT "id", "statement", "state", (SELECT count(*)::int FROM "Evidence" WHERE "claimId" = c."id") AS "evidence"
       FROM "Claim" c WHERE "articleId" = $1`,
    );
    const events = await rowsOf<{ action: string; targetId: string }>(
      `SELECT "action", "targetId" FROM "AuditEvent" WHERE "articleId" = $1 AND "targetType" = 'claim'`,
    );
    const reviews = await rowsOf<{ claimId: string }>(
      `SELECT r."claimId" FROM "Review" r JOIN "Claim" c ON c."id" = r."claimId" WHERE c."articleId" = $1`,
    );
    const verdicts = await rowsOf<{ claimId: string }>(
      `SELECT v."claimId" FROM "Verdict" v JOIN "Claim" c ON c."id" = v."claimId" WHERE c."articleId" = $1`,
    );
    const of = (kind: AcknowledgedWrite["write"]["kind"]) =>
      acknowledged.filter(({ write }) => write.kind === kind);
    const [created, edited, reviewed] = [of("claim.create"), of("claim.update"), of("claim.review")];
    const losses: string[] = [];
    const expectOnce = (what: string, ids: readonly string[], found: readonly string[]) => {
      const times = new Map<string, number>();
      for (const id of found) times.set(id, (times.get(id) ?? 0) + 1);
      for (const id of ids) {
        if (times.get(id) !== 1) losses.push(`${what} ${id} is stored ${times.get(id) ?? 0} times`);
        times.delete(id);
      }
      for (const [id, count] of times)
        losses.push(`${what} ${id} is stored ${count} times but was never confirmed`);
    };
    const idsOf = (list: readonly AcknowledgedWrite[]) => list.map(({ claim }) => claim.id);
    const eventsOf = (action: string) =>
      events.filter((event) => event.action === action).map(({ targetId }) => targetId);

    expectOnce(
      "claim",
      idsOf(created),
      claims.map(({ id }) => id),
    );
    expectOnce("the event of claim", idsOf(created), eventsOf("claim.create"));
    expectOnce(
      "the verdict of claim",
      idsOf(created),
      verdicts.map(({ claimId }) => claimId),
    );
    expectOnce("the edit of claim", idsOf(edited), eventsOf("claim.edit"));
    expectOnce(
      "the review step of claim",
      idsOf(reviewed),
      reviews.map(({ claimId }) => claimId),
    );
    expectOnce("the event of the review step of claim", idsOf(reviewed), eventsOf("claim.submit"));

    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    for (const { claim } of edited)
      if (byId.get(claim.id)?.statement !== claim.statement) losses.push(`claim ${claim.id} lost its edit`);
    for (const { claim } of reviewed)
      if (byId.get(claim.id)?.state !== "in_review") losses.push(`claim ${claim.id} lost its review step`);
    for (const { id, evidence } of claims)
      if (evidence !== 1) losses.push(`claim ${id} has ${evidence} sources instead of 1`);
    return losses;
  } finally {
    await client.end();
  }
}
