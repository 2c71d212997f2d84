import { PgBoss, type Queue } from "pg-boss";

/** The data of each kind of job. */
export interface JobData {
  /** Save a cited page. */
  "keep-copy": { sourceId: string };
  /** Queue a link check for each page that was not checked for a week. */
  "check-links": null;
  /** Check whether a source's page still answers. */
  "check-link": { sourceId: string };
  /** Ask the Wayback Machine to save a source's page. */
  "save-to-archive": { sourceId: string };
  /** Publish the scheduled articles that are due. */
  "publish-due": null;
  /** Render the files of a long publication, then make it. */
  "publish-article": { publicationJobId: string };
  /** Make a large report. */
  "make-report": { reportJobId: string };
  /** Mail a link to an address if it is registered. The job creates the link; only its hash is stored. */
  "mail-link": { email: string; purpose: "sign_in" | "reset" };
  /** Deliver a mail to the mail server. */
  "send-mail": { to: string; subject: string; text: string; html?: string; unsubscribe?: string };
  /** Mail a notification. */
  "mail-notification": { notificationId: string };
  /** Send the daily mails that are due. */
  "send-digests": null;
  /** Flag what someone should look at again: reviews that are due, idle work; and queue the page checks that are due. */
  watch: null;
  /** Compare the page of a source with its saved copy. */
  "check-page": { sourceId: string };
  /** Queue the webhooks that have something to send. */
  "send-webhooks": null;
  /** Send what waits for one webhook, for a few seconds. */
  "send-webhook": { webhookId: string };
  /** Delete old stored answers, rate limits and deliveries to webhooks. */
  "forget-operations": null;
}

export type JobName = keyof JobData;

/** One queued job per kind and key; a job whose worker died is retried after it expires. */
const common = { policy: "short", notify: true, retryBackoff: true, deleteAfterSeconds: 86_400 } as const;
const queues: Record<JobName, Omit<Queue, "name">> = {
  "keep-copy": { ...common, expireInSeconds: 120, retryLimit: 3, retryDelay: 60 },
  "check-links": { ...common, expireInSeconds: 120, retryLimit: 0 },
  "check-link": { ...common, expireInSeconds: 60, retryLimit: 0 },
  "forget-operations": { ...common, expireInSeconds: 60, retryLimit: 0 },
  watch: { ...common, expireInSeconds: 300, retryLimit: 0 },
  "check-page": { ...common, expireInSeconds: 120, retryLimit: 0 },
  "save-to-archive": { ...common, expireInSeconds: 300, retryLimit: 4, retryDelay: 120 },
  "publish-due": { ...common, expireInSeconds: 120, retryLimit: 0 },
  // Heartbeats tell a long rendering from an instance that crashed, so that another one takes over within a minute.
  "publish-article": { ...common, expireInSeconds: 900, heartbeatSeconds: 30, retryLimit: 3, retryDelay: 5 },
  "make-report": { ...common, expireInSeconds: 900, heartbeatSeconds: 30, retryLimit: 2, retryDelay: 5 },
  "mail-link": { ...common, expireInSeconds: 60, retryLimit: 4, retryDelay: 10 },
  "mail-notification": { ...common, expireInSeconds: 60, retryLimit: 6, retryDelay: 20 },
  "send-digests": { ...common, expireInSeconds: 300, retryLimit: 0 },
  // What they do not finish, they find again within a minute.
  "send-webhooks": { ...common, expireInSeconds: 60, retryLimit: 0 },
  "send-webhook": { ...common, expireInSeconds: 60, retryLimit: 0 },
  // A mail may contain a sign-in link, so it is deleted soon after it was sent.
  "send-mail": { ...common, expireInSeconds: 60, retryLimit: 6, retryDelay: 20, deleteAfterSeconds: 60 },
};

export const JOB_NAMES = Object.keys(queues) as JobName[];

/** Options of every queue client: no instance rows, no telemetry. */
export const BOSS_OPTIONS = { registerInstance: false, openTelemetry: { enabled: false } } as const;

/** Creates or updates the queue's tables. Several instances can call it at the same time. */
export async function migrateJobQueue(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    max: 1,
    supervise: false,
    schedule: false,
    ...BOSS_OPTIONS,
  });
  boss.on("error", (error) => console.error("job queue:", error));
  await boss.start();
  try {
    for (const name of JOB_NAMES) await boss.createQueue(name, queues[name]);
  } finally {
    await boss.stop({ graceful: false });
  }
}
