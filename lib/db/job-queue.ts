import { fromPrisma, PgBoss } from "pg-boss";
import { env } from "@/lib/env";
import { beforeDisconnect, prisma } from "./client";
import { BOSS_OPTIONS, type JobData, type JobName } from "./job-queue-tables";
import { clientOf, type Tx } from "./transaction";

const globals = globalThis as typeof globalThis & { obelusJobSender?: Promise<PgBoss> };

/** The job sender of this process. It has its own connection to read the queues; a job is inserted by the caller's transaction. */
function sender(): Promise<PgBoss> {
  globals.obelusJobSender ??= startSender().catch((cause: unknown) => {
    // The next call tries again.
    delete globals.obelusJobSender;
    throw cause;
  });
  return globals.obelusJobSender;
}

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl ?? "",
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
    ...BOSS_OPTIONS,
  });
  boss.on("error", (error) => console.error("job queue:", error));
  await boss.start();
  beforeDisconnect(async () => {
    delete globals.obelusJobSender;
    await boss.stop({ graceful: false });
  });
  return boss;
}

/**
 * Queues a job for any instance; it runs only if the transaction commits.
 * @param key queued jobs of a kind with the same key are merged
 * @param afterSeconds to wait before it runs
 */
export async function enqueueJob<Name extends JobName>(
  tx: Tx | undefined,
  name: Name,
  key: string,
  data: JobData[Name],
  afterSeconds = 0,
): Promise<void> {
  const boss = await sender();
  await boss.send(name, data, { singletonKey: key, startAfter: afterSeconds, db: fromPrisma(clientOf(tx)) });
}

/** Those of some keys with a queued or running job of a kind. */
export async function countWaitingJobs(name: JobName, keys: readonly string[]): Promise<Set<string>> {
  const rows = await prisma().$queryRaw<{ key: string }[]>`
    SELECT DISTINCT singleton_key AS key FROM pgboss.job
    WHERE name = ${name} AND state IN ('created', 'retry', 'active') AND singleton_key = ANY (${[...keys]}::text[])`;
  return new Set(rows.map(({ key }) => key));
}

/** Number of queued or running jobs of a kind. */
export async function countJobs(name: JobName): Promise<number> {
  const [row] = await prisma().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM pgboss.job WHERE name = ${name} AND state IN ('created', 'retry', 'active')`;
  return Number(row?.count ?? 0);
}
