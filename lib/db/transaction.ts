import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { prisma } from "./client";
import type { Prisma } from "./generated/client";

declare const transaction: unique symbol;

/** An open transaction. Workflows hold it and pass it on; only lib/db looks inside. */
export interface Tx {
  readonly [transaction]: true;
}

/** Carries a refusal out of the transaction, so that what was written until then is taken back. */
class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** How often writes are tried where they and others waited for one another, which Postgres ends by giving one of them up. */
const TRIES = 3;

/**
 * Runs a workflow's writes as one: all of them stay, or, when it returns a failure or throws, none. Where others stood in each other's way,
 * it is run again, so that it does nothing but by its transaction.
 */
export async function inTransaction<T>(
  run: (tx: Tx) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  for (let tried = 1; ; tried++) {
    try {
      return await runOnce(run);
    } catch (error) {
      if (tried === TRIES || !isDeadlock(error)) throw error;
    }
  }
}

async function runOnce<T>(run: (tx: Tx) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await prisma().$transaction(
      async (client) => {
        const result = await run(client as unknown as Tx);
        if (!result.ok) throw new Refused(result.error);
        return result;
      },
      { maxWait: 15_000, timeout: 60_000 },
    );
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.failure };
    throw error;
  }
}

/** 40P01 of Postgres, as Prisma tells of it: a write conflict, or the code inside the error of a query that was written by hand. */
function isDeadlock(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === "P2034" || /40P01|deadlock detected/.test(String(message));
}

/** The client of a transaction, or the one outside of any. For lib/db only. */
export function clientOf(tx?: Tx): Prisma.TransactionClient {
  return tx ? (tx as unknown as Prisma.TransactionClient) : prisma();
}
