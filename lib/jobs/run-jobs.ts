import { PgBoss } from "pg-boss";
import { forgetAppliedOperations } from "@/lib/db/applied-operations";
import { JOB_NAMES, type JobData, type JobName, migrateJobQueue } from "@/lib/db/job-queue-tables";
import { forgetEventsOver } from "@/lib/db/rate-limits";
import { forgetWebhookEvents } from "@/lib/db/webhooks";
import { deliverMail } from "@/lib/mail/deliver-mail";
import { queueDueWebhooks, sendWebhook } from "@/lib/webhook-delivery/send-webhooks";
import { WEBHOOK_LOG_DAYS } from "@/lib/webhooks/webhook";
import { forgetSpam } from "@/lib/workflows/messages/forget-spam";
import { mailNotification } from "@/lib/workflows/notifications/mail-notification";
import { sendDigests } from "@/lib/workflows/notifications/send-digests";
import { mailLink } from "@/lib/workflows/people/mail-links";
import { runPublicationJob, tidyPublicationJobs } from "@/lib/workflows/publication/run-publication-job";
import { publishDue } from "@/lib/workflows/publication/schedule-publication";
import { runReportJob, tidyReportJobs } from "@/lib/workflows/reports/jobs/run-report-job";
import { checkLink, checkLinks } from "@/lib/workflows/sources/check-links";
import { snapshotCitedPage } from "@/lib/workflows/sources/copies/take-snapshot";
import { rekeySources } from "@/lib/workflows/sources/rekey-sources";
import { saveToArchive } from "@/lib/workflows/sources/save-to-archive";
import { checkPageInJob } from "@/lib/workflows/watching/check-page";
import { watch } from "@/lib/workflows/watching/watch";
import { describeCause } from "./describe-cause";
import { queueWebhooksOnCommit } from "./queue-webhooks";

type Handlers = { [Name in JobName]: (data: JobData[Name]) => Promise<unknown> };

/** The handler of each kind of job. */
const handlers: Handlers = {
  "keep-copy": snapshotCitedPage,
  "check-links": () => checkLinks(new Date()),
  "check-link": checkLink,
  "forget-operations": () =>
    Promise.all([
      forgetAppliedOperations(new Date()),
      forgetEventsOver(),
      forgetSpam(new Date()),
      forgetWebhookEvents(new Date(Date.now() - WEBHOOK_LOG_DAYS * 86_400_000)),
    ]),
  "send-webhooks": () => queueDueWebhooks(new Date()),
  "send-webhook": (data) => sendWebhook(data),
  "save-to-archive": (data) => saveToArchive(data),
  "publish-due": () =>
    Promise.all([publishDue(new Date()), tidyPublicationJobs(new Date()), tidyReportJobs(new Date())]),
  "publish-article": runPublicationJob,
  "make-report": runReportJob,
  watch: () => watch(new Date()),
  "check-page": (data) => checkPageInJob(data, new Date()),
  "mail-link": (data) => mailLink(data, new Date()),
  "send-mail": deliverMail,
  "mail-notification": mailNotification,
  "send-digests": () => sendDigests(new Date()),
};

/** Concurrent jobs of a kind per instance. */
const CONCURRENCY = 2;
/** Jobs that spend their time waiting for other servers: a slow one must not hold up the others. */
const MORE_CONCURRENT: Partial<Record<JobName, number>> = { "send-webhook": 6 };

/** How long running jobs have to finish at shutdown. What does not is run again by another instance, or by this one after its restart. */
const STOP_TIMEOUT_MS = 8_000;

/**
 * How often workers poll in addition to notifications. Several jobs of one transaction cause one notification, so those that found every
 * worker busy wait for the next poll.
 */
const POLL_INTERVAL_SECONDS = 2;

/**
 * Runs jobs until stopped. Any number of instances can do so: each job is run by one of them, and again by another if that one crashed.
 * @param url address of the database
 */
export async function runJobs(url: string): Promise<{ stop(): Promise<void> }> {
  await migrateJobQueue(url);
  await rekeySources().catch((cause: unknown) =>
    console.error("keys of sources could not be updated:", cause),
  );
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    useListenNotify: true,
    openTelemetry: { enabled: false },
  });
  boss.on("error", quietly("job queue:"));
  boss.on("warning", ({ message }) => console.warn("job queue:", message));
  try {
    await boss.start();
    for (const name of JOB_NAMES) await work(boss, name, handlers[name]);
    await boss.schedule("check-links", "17 * * * *");
    await boss.schedule("publish-due", "* * * * *");
    // Often, to catch up after a time without a running instance.
    await boss.schedule("send-digests", "*/5 * * * *");
    await boss.schedule("watch", "*/15 * * * *");
    await boss.schedule("send-webhooks", "* * * * *");
    await boss.schedule("forget-operations", "41 3 * * *");
  } catch (cause) {
    await boss.stop({ graceful: false }).catch(() => undefined); // It may not have started.
    throw cause;
  }
  const stopQueuing = queueWebhooksOnCommit();
  return {
    stop: () => {
      stopQueuing();
      return boss.stop({ timeout: STOP_TIMEOUT_MS });
    },
  };
}

/** Writes an error to the log unless it repeats the last one: during an outage each worker fails every two seconds. */
function quietly(prefix: string): (error: Error) => void {
  let last = "";
  return (error) => {
    const line = error.message || String(error);
    if (line !== last) console.error(prefix, line);
    last = line;
  };
}

async function work<Name extends JobName>(boss: PgBoss, name: Name, run: Handlers[Name]): Promise<void> {
  const options = {
    localConcurrency: MORE_CONCURRENT[name] ?? CONCURRENCY,
    pollingIntervalSeconds: POLL_INTERVAL_SECONDS,
    notifyPollingIntervalSeconds: POLL_INTERVAL_SECONDS,
  };
  await boss.work<JobData[Name]>(name, options, async (jobs) => {
    for (const { data } of jobs)
      await run(data).catch((cause: unknown) => {
        console.warn(`job ${name} did not succeed:`, describeCause(cause));
        throw cause;
      });
  });
}
