import type { Failure } from "@/lib/failure";
import { ok, type Result } from "@/lib/result";
import { fromJson, toJson } from "./json";
import { clientOf, inTransaction, type Tx } from "./transaction";

/** Days for which it is known what a write was answered with. A browser that comes back later is asked to compare. */
const KEPT_DAYS = 7;

/**
 * Runs a workflow's writes as one, as `inTransaction` does, and once for a key: a call that is repeated is answered with what the first
 * was answered with. Two at the same time wait for one another. What was refused may be tried again under its key.
 * @param key made by the caller's browser; without one every call counts
 */
export async function inTransactionOnce<T extends object>(
  actorId: string,
  key: string | undefined,
  run: (tx: Tx) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  if (key === undefined) return inTransaction(run);
  // A key belongs to who made it: nobody learns of another's write by guessing one.
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

/** Forgets what was applied long ago. @returns how many */
export async function forgetAppliedOperations(now: Date): Promise<number> {
  const { count } = await clientOf().appliedOperation.deleteMany({
    where: { at: { lt: new Date(now.getTime() - KEPT_DAYS * 86_400_000) } },
  });
  return count;
}
