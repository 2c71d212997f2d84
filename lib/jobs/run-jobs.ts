import { PgBoss } from "pg-boss";
import { forgetAppliedOperations } from "@/lib/db/applied-operations";
import { JOB_NAMES, type JobData, type JobName, migrateJobQueue } from "@/lib/db/job-queue-tables";
import { forgetEventsOver } from "@/lib/db/rate-limits";
import { deliverMail } from "@/lib/mail/deliver-mail";
import { mailNotification } from "@/lib/workflows/notifications/mail-notification";
import { sendDigests } from "@/lib/workflows/notifications/send-digests";
import { mailLink } from "@/lib/workflows/people/mail-links";
import { publishDue } from "@/lib/workflows/publication/schedule-publication";
import { checkLink, checkLinks } from "@/lib/workflows/sources/check-links";
import { rekeySources } from "@/lib/workflows/sources/rekey-sources";
import { saveToArchive } from "@/lib/workflows/sources/save-to-archive";
import { snapshotCitedPage } from "@/lib/workflows/sources/take-snapshot";

type Handlers = { [Name in JobName]: (data: JobData[Name]) => Promise<unknown> };

/** What does each kind of job. */
const handlers: Handlers = {
  "keep-copy": snapshotCitedPage,
  "check-links": () => checkLinks(new Date()),
  "check-link": checkLink,
  "forget-operations": () => Promise.all([forgetAppliedOperations(new Date()), forgetEventsOver()]),
  "save-to-archive": (data) => saveToArchive(data),
  "publish-due": () => publishDue(new Date()),
  "mail-link": (data) => mailLink(data, new Date()),
  "send-mail": deliverMail,
  "mail-notification": mailNotification,
  "send-digests": () => sendDigests(new Date()),
};

/** How many jobs of a kind run at once in an instance. */
const AT_ONCE = 2;

/**
 * Seconds after which a worker looks for a job where none was told of. Several jobs of one transaction are told of once, so that those
 * which found every worker busy wait for such a look.
 */
const LOOK_EVERY = 2;

/**
 * Takes up jobs as they come, until it is stopped. Any number of instances may do so: each job is done by one of them, and again by
 * another when that one died over it.
 * @param url address of the database
 */
export async function runJobs(url: string): Promise<{ stop(): Promise<void> }> {
  await migrateJobQueue(url);
  await rekeySources().catch((cause: unknown) => console.error("addresses of sources:", cause));
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    useListenNotify: true,
    openTelemetry: { enabled: false },
  });
  boss.on("error", (error) => console.error("job queue:", error));
  boss.on("warning", ({ message }) => console.warn("job queue:", message));
  await boss.start();
  for (const name of JOB_NAMES) await work(boss, name, handlers[name]);
  await boss.schedule("check-links", "17 * * * *");
  await boss.schedule("publish-due", "* * * * *");
  // Often, so that one which fell into a time without a running instance is made up for.
  await boss.schedule("send-digests", "*/5 * * * *");
  await boss.schedule("forget-operations", "41 3 * * *");
  return { stop: () => boss.stop() };
}

async function work<Name extends JobName>(boss: PgBoss, name: Name, run: Handlers[Name]): Promise<void> {
  const options = {
    localConcurrency: AT_ONCE,
    pollingIntervalSeconds: LOOK_EVERY,
    notifyPollingIntervalSeconds: LOOK_EVERY,
  };
  await boss.work<JobData[Name]>(name, options, async (jobs) => {
    for (const { data } of jobs)
      await run(data).catch((cause: unknown) => {
        console.warn(`job ${name} did not succeed:`, cause instanceof Error ? cause.message : cause);
        throw cause;
      });
  });
}
