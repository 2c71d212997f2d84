import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { fromJson, toJson } from "./json";
import { clientOf, inTransaction, type Tx } from "./transaction";

/** How long results are stored. A browser that comes back later gets a conflict instead. */
const RETENTION_DAYS = 7;

/**
 * Runs a workflow's writes as one transaction, like `inTransaction`, and only once per key: a repeated call gets the first result.
 * Concurrent calls wait for each other. A failed call can be repeated with its key.
 * @param key made by the caller's browser; without one, every call runs
 */
export async function inTransactionOnce<T extends object>(
  actorId: string,
  key: string | undefined,
  run: (tx: Tx) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  if (key === undefined) return inTransaction(run);
  // Keys are per person, so that no one can read another's result by guessing a key.
  const ownKey = `${actorId}:${key}`;
  return inTransaction(async (tx) => {
    const client = clientOf(tx);
    const noted = await client.$executeRaw`
      INSERT INTO "AppliedOperation" ("key", "actorId") VALUES (${ownKey}, ${actorId}::uuid) ON CONFLICT DO NOTHING`;
    if (noted === 0) {
      const applied = await client.appliedOperation.findUniqueOrThrow({ where: { key: ownKey } });
      return ok(fromJson<T>(applied.result));
    }
    const result = await run(tx);
    if (result.ok)
      await client.appliedOperation.update({
        where: { key: ownKey },
        data: { result: toJson(result.value) },
      });
    return result;
  });
}

/** Deletes old results. @returns how many */
export async function forgetAppliedOperations(now: Date): Promise<number> {
  const { count } = await clientOf().appliedOperation.deleteMany({
    where: { at: { lt: new Date(now.getTime() - RETENTION_DAYS * 86_400_000) } },
  });
  return count;
}
