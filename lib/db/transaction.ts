import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { prisma } from "./client";
import { announceEvents } from "./committed-events";
import type { Prisma } from "./generated/client";
import { type IdempotentCall, idempotentCall, KeyTaken } from "./idempotent-call";

/** An open transaction. Workflows hold it and pass it on; only lib/db looks inside, with `clientOf`. */
export class Tx {
  readonly #client: Prisma.TransactionClient;

  constructor(client: Prisma.TransactionClient) {
    this.#client = client;
  }

  /** The client that runs its queries. */
  static clientOf(tx: Tx): Prisma.TransactionClient {
    return tx.#client;
  }
}

/** Carries a failure out of the transaction, so that it is rolled back. */
class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** Attempts in case of a deadlock, which Postgres resolves by aborting one transaction. */
const MAX_ATTEMPTS = 3;

/**
 * Runs a workflow's writes as one transaction: if it returns a failure or throws, everything is rolled back. After a deadlock it runs
 * again, so it must have no other effects.
 */
export async function inTransaction<T>(
  run: (tx: Tx) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(run);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isDeadlock(error)) throw error;
    }
  }
}

async function runOnce<T>(run: (tx: Tx) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  const call = idempotentCall();
  let transaction: object | undefined;
  try {
    const done = await prisma().$transaction(
      async (client) => {
        transaction = client;
        if (call && !call.stored) await storeKey(client, call);
        const result = await run(new Tx(client));
        if (!result.ok) throw new Refused(result.error);
        return result;
      },
      { maxWait: 15_000, timeout: 60_000 },
    );
    if (call) call.stored = true;
    if (transaction) announceEvents(transaction);
    return done;
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.failure };
    throw error;
  }
}

/**
 * Runs reads that all see the database as it is at one moment. Writes are refused, and no idempotency key is stored: a call whose reads fail
 * can be repeated.
 */
export async function inSnapshot<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (client) => {
      await client.$executeRaw`SET TRANSACTION READ ONLY`;
      return run(new Tx(client));
    },
    { isolationLevel: "RepeatableRead", maxWait: 15_000, timeout: 60_000 },
  );
}

/** How long a repeated call waits for the transaction of the first. */
const KEY_WAIT_MS = 20_000;

/** Stores the key of the running call; waits if another transaction is storing it. @throws KeyTaken if it is stored already */
async function storeKey(client: Prisma.TransactionClient, { ownerId, key, fingerprint }: IdempotentCall) {
  await client.$executeRaw`SELECT set_config('lock_timeout', ${String(KEY_WAIT_MS)}, true)`;
  let stored: number;
  try {
    stored = await client.$executeRaw`
      INSERT INTO "IdempotencyKey" ("ownerId", "key", "fingerprint") VALUES (${ownerId}::uuid, ${key}, ${fingerprint})
      ON CONFLICT ("ownerId", "key") DO NOTHING`;
  } catch (cause) {
    if (/55P03|lock timeout/.test(String((cause as Error).message))) throw new KeyTaken(true);
    throw cause;
  }
  if (stored === 0) throw new KeyTaken(false);
  await client.$executeRaw`SELECT set_config('lock_timeout', '0', true)`;
}

/** Postgres 40P01, which Prisma reports as a write conflict, or inside the error of a raw query. */
function isDeadlock(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === "P2034" || /40P01|deadlock detected/.test(String(message));
}

/** The client of a transaction, or the global one. For lib/db only. */
export function clientOf(tx?: Tx): Prisma.TransactionClient {
  return tx ? Tx.clientOf(tx) : prisma();
}
