import { Socket } from "node:net";
import { Client } from "pg";

/** How long the database has for an answer. */
const ANSWER_TIMEOUT_MS = 1_500;
/** After a pause of this process its own timer fires before it has read an answer that is there already. */
const READ_GRACE_MS = 100;
/** If the timer was late by more than this, this process was busy, and the database gets its time once more. */
const LATE_MS = 250;
/** How often it is checked: when it answers, and during an outage. */
const INTERVAL_MS = { answering: 2_000, outage: 500 } as const;

export interface DatabaseMonitor {
  /** Whether the database answered when it was last checked. */
  answers(): boolean;
  /** Checks it now; checks at the same time are one. It takes four seconds at most. */
  check(): Promise<boolean>;
  /** Registers what to do when an outage begins. */
  onOutage(run: () => void): void;
  stop(): Promise<void>;
}

/**
 * Watches whether a database answers, on a connection of its own, and writes one line to the log when an outage begins and one when it
 * ends.
 * @param log where the lines go
 */
export function watchDatabase(url: string, log: (line: string) => void = console.warn): DatabaseMonitor {
  let client: Client | null = null;
  let outageSince: number | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const listeners: (() => void)[] = [];

  let socket: Socket | null = null;

  const drop = () => {
    client = null;
    // A frozen server never answers a polite goodbye.
    socket?.destroy();
  };
  const ask = async () => {
    if (!client) {
      const own = new Socket();
      socket = own;
      const opened = new Client({
        stream: () => own,
        connectionString: url,
        application_name: "obelus health",
        // Longer than an answer has: what counts is the time limit of the check.
        connectionTimeoutMillis: 4 * ANSWER_TIMEOUT_MS,
        keepAlive: true,
      });
      // The check reports it.
      opened.on("error", () => {
        if (client === opened) client = null;
      });
      client = opened;
      await opened.connect();
    }
    await client.query("SELECT 1");
  };
  const askOnce = async (): Promise<unknown> => {
    const end = new AbortController();
    const answer = ask();
    answer.catch(() => undefined);
    try {
      await Promise.race([
        answer,
        timeIsUp(end.signal).then(() => {
          throw new Error(`no answer within ${ANSWER_TIMEOUT_MS} ms`);
        }),
      ]);
      return null;
    } catch (cause) {
      drop();
      return cause;
    } finally {
      end.abort();
    }
  };
  const check = async (): Promise<boolean> => {
    // A connection can break without an outage: only a second failure in a row, on a new connection, counts.
    const cause = (await askOnce()) && (outageSince === null ? await askOnce() : new Error("no answer"));
    if (stopped) return cause === null;
    if (cause && outageSince === null) {
      outageSince = Date.now();
      log(`The database does not answer: ${reasonOf(cause)}. Requests get 503 until it does.`);
      for (const run of listeners) run();
    } else if (!cause && outageSince !== null) {
      log(`The database answers again after ${Math.ceil((Date.now() - outageSince) / 1000)} s.`);
      outageSince = null;
    }
    return !cause;
  };
  const checkOnce = () => {
    running ??= check().finally(() => {
      running = null;
    });
    return running;
  };
  const schedule = () => {
    timer = setTimeout(
      () => checkOnce().finally(() => !stopped && schedule()),
      outageSince === null ? INTERVAL_MS.answering : INTERVAL_MS.outage,
    );
    timer.unref();
  };
  schedule();
  return {
    answers: () => outageSince === null,
    check: checkOnce,
    onOutage: (run) => listeners.push(run),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      drop();
    },
  };
}

/** Resolves when the time for an answer is up, and what had arrived by then has been read. */
async function timeIsUp(signal: AbortSignal): Promise<void> {
  const began = performance.now();
  await pause(ANSWER_TIMEOUT_MS, signal);
  if (performance.now() - began > ANSWER_TIMEOUT_MS + LATE_MS) await pause(ANSWER_TIMEOUT_MS, signal);
  await pause(READ_GRACE_MS, signal);
}

function reasonOf(cause: unknown): string {
  const { message, code } = cause as { message?: string; code?: string };
  return message || code || String(cause);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    // Without an answer to wait for, neither resolving nor rejecting matters.
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });
}
