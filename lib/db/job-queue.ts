import { fromPrisma, PgBoss } from "pg-boss";
import { env } from "@/lib/env";
import { beforeDisconnect, prisma } from "./client";
import { type JobData, type JobName, QUIET } from "./job-queue-tables";
import { clientOf, type Tx } from "./transaction";

const kept = globalThis as typeof globalThis & { obelusJobSender?: Promise<PgBoss> };

/** The one sender of this process. It reads of the queues by a connection of its own; a job is written by the transaction that wants it. */
function sender(): Promise<PgBoss> {
  kept.obelusJobSender ??= startSender().catch((cause: unknown) => {
    // The next job tries again.
    delete kept.obelusJobSender;
    throw cause;
  });
  return kept.obelusJobSender;
}

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl ?? "",
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
    ...QUIET,
  });
  boss.on("error", (error) => console.error("job queue:", error));
  await boss.start();
  beforeDisconnect(async () => {
    delete kept.obelusJobSender;
    await boss.stop({ graceful: false });
  });
  return boss;
}

/**
 * Has something done soon, by whichever instance is free; it is done if, and only if, the transaction stays.
 * @param key jobs of a kind with the same key are one as long as they wait
 */
export async function enqueueJob<Name extends JobName>(
  tx: Tx | undefined,
  name: Name,
  key: string,
  data: JobData[Name],
): Promise<void> {
  const boss = await sender();
  await boss.send(name, data, { singletonKey: key, db: fromPrisma(clientOf(tx)) });
}

/** Of some keys those for which a job of a kind waits or runs. */
export async function countWaitingJobs(name: JobName, keys: readonly string[]): Promise<Set<string>> {
  const rows = await prisma().$queryRaw<{ key: string }[]>`
    SELECT DISTINCT singleton_key AS key FROM pgboss.job
    WHERE name = ${name} AND state IN ('created', 'retry', 'active') AND singleton_key = ANY (${[...keys]}::text[])`;
  return new Set(rows.map(({ key }) => key));
}

/** How many jobs of a kind wait or run. */
export async function countJobs(name: JobName): Promise<number> {
  const [row] = await prisma().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM pgboss.job WHERE name = ${name} AND state IN ('created', 'retry', 'active')`;
  return Number(row?.count ?? 0);
}
