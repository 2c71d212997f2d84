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

/** Runs a workflow's writes as one: all of them stay, or, when it returns a failure or throws, none. */
export async function inTransaction<T>(
  run: (tx: Tx) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
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

/** The client of a transaction, or the one outside of any. For lib/db only. */
export function clientOf(tx?: Tx): Prisma.TransactionClient {
  return tx ? (tx as unknown as Prisma.TransactionClient) : prisma();
}
