import { PgBoss, type Queue } from "pg-boss";

/** What each kind of job is told. */
export interface JobData {
  /** Keep a copy of a page that was cited. */
  "keep-copy": { sourceId: string };
  /** See which pages were not looked at for a week, and have each looked at. */
  "check-links": null;
  /** See whether a source's page still answers. */
  "check-link": { sourceId: string };
  /** Ask the Wayback Machine to keep a source's page. */
  "save-to-archive": { sourceId: string };
  /** Publish the articles whose time has come. */
  "publish-due": null;
  /** Mail a link to whoever has an address, where somebody has. The link is made by the job and kept nowhere. */
  "mail-link": { email: string; purpose: "sign_in" | "reset" };
  /** Give a mail to the mail server. */
  "send-mail": { to: string; subject: string; text: string; html?: string; unsubscribe?: string };
  /** Mail somebody what they were told in the desk. */
  "mail-notification": { notificationId: string };
  /** See whose daily mail is due, and send it. */
  "send-digests": null;
  /** Forget what writes were answered with long ago. */
  "forget-operations": null;
}

export type JobName = keyof JobData;

/** Of each kind one job a key waits at a time; one whose worker died is taken up by another after its time. */
const common = { policy: "short", notify: true, retryBackoff: true, deleteAfterSeconds: 86_400 } as const;
const queues: Record<JobName, Omit<Queue, "name">> = {
  "keep-copy": { ...common, expireInSeconds: 120, retryLimit: 3, retryDelay: 60 },
  "check-links": { ...common, expireInSeconds: 120, retryLimit: 0 },
  "check-link": { ...common, expireInSeconds: 60, retryLimit: 0 },
  "forget-operations": { ...common, expireInSeconds: 60, retryLimit: 0 },
  "save-to-archive": { ...common, expireInSeconds: 300, retryLimit: 4, retryDelay: 120 },
  "publish-due": { ...common, expireInSeconds: 120, retryLimit: 0 },
  "mail-link": { ...common, expireInSeconds: 60, retryLimit: 4, retryDelay: 10 },
  "mail-notification": { ...common, expireInSeconds: 60, retryLimit: 6, retryDelay: 20 },
  "send-digests": { ...common, expireInSeconds: 300, retryLimit: 0 },
  // A mail may hold a link that lets somebody in: once it is sent, it is not kept.
  "send-mail": { ...common, expireInSeconds: 60, retryLimit: 6, retryDelay: 20, deleteAfterSeconds: 60 },
};

export const JOB_NAMES = Object.keys(queues) as JobName[];

/** What every user of the queue leaves out: rows of instances, and telemetry. */
export const QUIET = { registerInstance: false, openTelemetry: { enabled: false } } as const;

/** Puts the queue's tables into a database, or brings them up to date. It may be called by several at once. */
export async function migrateJobQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false, ...QUIET });
  boss.on("error", (error) => console.error("job queue:", error));
  await boss.start();
  try {
    for (const name of JOB_NAMES) await boss.createQueue(name, queues[name]);
  } finally {
    await boss.stop({ graceful: false });
  }
}
