import { Client } from "pg";
import { env } from "@/lib/env";
import { type LiveEvent, parseLiveEvent } from "@/lib/live/live-event";
import { beforeDisconnect } from "./client";
import { Prisma } from "./generated/client";
import { clientOf } from "./transaction";

/** What a listener receives. From `lost` to `gap`, events may be missed; they must be read from the log. */
export type LiveMessage =
  | { kind: "change"; event: LiveEvent }
  | { kind: "presence"; articleId: string }
  | { kind: "lost" }
  | { kind: "gap" };

type Listener = (message: LiveMessage) => void;

/** Delay before reconnecting: initial and maximum. */
const RETRY_DELAY_MS = { first: 100, max: 5_000 };

/** Listens to Postgres through one connection per process, which opens with the first listener and reconnects when it breaks. */
class LiveEvents {
  private readonly listeners = new Set<Listener>();
  private client: Client | null = null;
  private opening: Promise<void> | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private retryDelay = RETRY_DELAY_MS.first;
  private isLossLogged = false;

  /** Starts listening; once the promise resolves, no later event is missed. */
  async listen(listener: Listener): Promise<() => void> {
    this.listeners.add(listener);
    try {
      await this.open();
    } catch (cause) {
      this.listeners.delete(listener);
      throw cause;
    }
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    clearTimeout(this.retry);
    const { client } = this;
    this.client = null;
    this.opening = null;
    await client?.end();
  }

  private open(): Promise<void> {
    this.opening ??= this.connect().catch((cause: unknown) => {
      this.opening = null;
      throw cause;
    });
    return this.opening;
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: env().databaseUrl,
      application_name: "obelus live",
      keepAlive: true,
    });
    // Its end follows, and is logged once for each outage.
    client.on("error", (error) => this.logLoss(error));
    client.on("end", () => this.handleEnd(client));
    client.on("notification", ({ channel, payload = "" }) => {
      if (channel === "obelus_presence") this.broadcast({ kind: "presence", articleId: payload });
      const event = channel === "obelus_live" ? parseLiveEvent(payload) : null;
      if (event) this.broadcast({ kind: "change", event });
    });
    try {
      await client.connect();
      await client.query("LISTEN obelus_live; LISTEN obelus_presence");
    } catch (cause) {
      // Not one of ours yet: its end schedules nothing. The connection may be broken already.
      await client.end().catch(() => undefined);
      throw cause;
    }
    this.client = client;
    this.retryDelay = RETRY_DELAY_MS.first;
    if (this.isLossLogged) console.warn("live updates work again");
    this.isLossLogged = false;
  }

  private handleEnd(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.opening = null;
    this.broadcast({ kind: "lost" });
    this.logLoss(null);
    this.scheduleRetry();
  }

  /** One line per outage, however often it is tried again. */
  private logLoss(cause: Error | null): void {
    if (this.isLossLogged) return;
    this.isLossLogged = true;
    console.warn(
      `live updates are interrupted until Postgres answers: ${cause?.message ?? "it ended the connection"}`,
    );
  }

  private scheduleRetry(): void {
    if (this.listeners.size === 0) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      this.open().then(
        () => {
          this.broadcast({ kind: "gap" });
        },
        () => this.scheduleRetry(),
      );
    }, this.retryDelay);
    this.retry.unref();
    this.retryDelay = Math.min(RETRY_DELAY_MS.max, this.retryDelay * 2);
  }

  private broadcast(message: LiveMessage): void {
    for (const listener of this.listeners) listener(message);
  }
}

const globals = globalThis as typeof globalThis & { obelusLiveEvents?: LiveEvents };

/** Listens to every change, by any instance. @returns a function that stops listening */
export function listenToChanges(listener: Listener): Promise<() => void> {
  // On globalThis, because pages and routes are bundled separately, and each bundle would open a connection.
  if (!globals.obelusLiveEvents) {
    const events = new LiveEvents();
    globals.obelusLiveEvents = events;
    beforeDisconnect(async () => {
      delete globals.obelusLiveEvents;
      await events.close();
    });
  }
  return globals.obelusLiveEvents.listen(listener);
}

/** Maximum number of missed events to read; a client that missed more must reload. */
const MAX_CATCH_UP = 1_000;

/**
 * The events since an event, in order; null if there are too many. Events shortly before it are repeated, because a transaction that
 * started earlier may have committed later.
 * @param articleId limits them to one article; null for all
 */
export async function listEventsSince(seq: number, articleId: string | null): Promise<LiveEvent[] | null> {
  const rows = await clientOf().$queryRaw<(Omit<LiveEvent, "seq" | "revision"> & { id: bigint })[]>`
    SELECT "id", "articleId"::text, "targetType", "targetId", "action", "actorId"::text,
      coalesce("from" ->> 'mergedClaimId', CASE WHEN "action" = 'claim.split' THEN "from" ->> 'claimId' END) AS "otherId"
    FROM "AuditEvent"
    WHERE "id" > ${seq - MAX_CATCH_UP}
      AND ("id" > ${seq} OR "at" > (SELECT "at" - interval '60 seconds' FROM "AuditEvent" WHERE "id" = ${seq}))
      AND ${articleId === null ? Prisma.sql`"articleId" IS NOT NULL` : Prisma.sql`"articleId" = ${articleId}::uuid`}
    ORDER BY "id" LIMIT ${MAX_CATCH_UP + 1}`;
  if (rows.length > MAX_CATCH_UP) return null;
  return rows.map(({ id, ...event }) => ({ ...event, seq: Number(id), revision: null }));
}

/** The number of the newest event; 0 if there is none. */
export async function findNewestSeq(): Promise<number> {
  // Not an aggregate: Prisma's would read every row.
  const newest = await clientOf().auditEvent.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  return Number(newest?.id ?? 0);
}
