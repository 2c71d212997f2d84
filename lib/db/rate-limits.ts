import { clientOf } from "./transaction";

/**
 * Counts an event under a key in a fixed window, across all instances.
 * @param windowSeconds length of the window, which starts with its first event
 * @returns the number of events in the window, including this one, and the seconds until it ends
 */
export async function countEvent(
  key: string,
  windowSeconds: number,
): Promise<{ count: number; secondsLeft: number }> {
  const [row] = await clientOf().$queryRaw<{ count: number; left: number }[]>`
    INSERT INTO "RateLimit" ("key", "count", "windowEnd")
    VALUES (${key}, 1, now() + make_interval(secs => ${windowSeconds}::float8))
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "RateLimit"."windowEnd" <= now() THEN 1 ELSE "RateLimit"."count" + 1 END,
      "windowEnd" = CASE WHEN "RateLimit"."windowEnd" <= now() THEN EXCLUDED."windowEnd" ELSE "RateLimit"."windowEnd" END
    RETURNING "count", ceil(extract(epoch FROM "windowEnd" - now()))::int AS "left"`;
  return { count: row?.count ?? 1, secondsLeft: row?.left ?? windowSeconds };
}

/** Resets the count of a key. */
export async function clearEvents(key: string): Promise<void> {
  await clientOf().rateLimit.deleteMany({ where: { key } });
}

/** Uncounts one event. */
export async function uncountEvent(key: string): Promise<void> {
  await clientOf().rateLimit.updateMany({
    where: { key, count: { gt: 1 } },
    data: { count: { decrement: 1 } },
  });
}

/** Deletes expired windows, as every attempted address leaves one. @returns how many */
export async function forgetEventsOver(): Promise<number> {
  return clientOf().$executeRaw`DELETE FROM "RateLimit" WHERE "windowEnd" <= now()`;
}
