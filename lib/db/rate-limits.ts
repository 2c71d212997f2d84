import { clientOf } from "./transaction";

/**
 * Counts one more event under a key in a fixed window, across all instances.
 * @param windowSeconds length of the window, which begins with its first event
 * @returns how many there were in it, with this one, and in how many seconds it ends
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

/** Forgets what was counted under a key. */
export async function clearEvents(key: string): Promise<void> {
  await clientOf().rateLimit.deleteMany({ where: { key } });
}

/** Takes back one event that need not have been counted. */
export async function uncountEvent(key: string): Promise<void> {
  await clientOf().rateLimit.updateMany({
    where: { key, count: { gt: 1 } },
    data: { count: { decrement: 1 } },
  });
}

/** Forgets the windows that are over: every address that somebody tries would stay for ever. @returns how many */
export async function forgetEventsOver(): Promise<number> {
  return clientOf().$executeRaw`DELETE FROM "RateLimit" WHERE "windowEnd" <= now()`;
}
