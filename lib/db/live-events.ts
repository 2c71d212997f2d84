import { Client } from "pg";
import { env } from "@/lib/env";
import { type LiveEvent, parseLiveEvent } from "@/lib/live/live-event";
import { beforeDisconnect } from "./client";
import { clientOf } from "./transaction";

/** What a listener hears. After `gap` something may have been missed: it reads what came since. */
export type LiveMessage =
  | { kind: "change"; event: LiveEvent }
  | { kind: "presence"; articleId: string }
  | { kind: "gap" };

type Listener = (heard: LiveMessage) => void;

/** Milliseconds until another connection is tried, at first and at most. */
const RETRY = { first: 100, most: 5_000 };

/** Listens to Postgres by one connection for the whole process; it is opened when somebody first listens and comes back when it breaks. */
class LiveEvents {
  private readonly listeners = new Set<Listener>();
  private client: Client | null = null;
  private opening: Promise<void> | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private wait = RETRY.first;

  /** Begins to listen; when the promise is kept, nothing that is written from then on is missed. */
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
    client.on("error", (error) => console.warn("live updates:", error.message));
    client.on("end", () => this.lost(client));
    client.on("notification", ({ channel, payload = "" }) => {
      if (channel === "obelus_presence") this.tell({ kind: "presence", articleId: payload });
      const event = channel === "obelus_live" ? parseLiveEvent(payload) : null;
      if (event) this.tell({ kind: "change", event });
    });
    await client.connect();
    this.client = client;
    await client.query("LISTEN obelus_live; LISTEN obelus_presence");
    this.wait = RETRY.first;
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.opening = null;
    this.again();
  }

  private again(): void {
    if (this.listeners.size === 0) return;
    this.retry = setTimeout(() => {
      this.open().then(
        () => this.tell({ kind: "gap" }),
        (cause: unknown) => {
          console.warn("live updates cannot reach Postgres yet:", cause);
          this.again();
        },
      );
    }, this.wait);
    this.retry.unref();
    this.wait = Math.min(RETRY.most, this.wait * 2);
  }

  private tell(heard: LiveMessage): void {
    for (const listener of this.listeners) listener(heard);
  }
}

const kept = globalThis as typeof globalThis & { obelusLiveEvents?: LiveEvents };

/** Hears of every change, whichever instance wrote it. @returns ends it */
export function listenToChanges(listener: Listener): Promise<() => void> {
  // Kept on globalThis: pages and routes are bundled apart, and each bundle would open a connection.
  if (!kept.obelusLiveEvents) {
    const events = new LiveEvents();
    kept.obelusLiveEvents = events;
    beforeDisconnect(async () => {
      delete kept.obelusLiveEvents;
      await events.close();
    });
  }
  return kept.obelusLiveEvents.listen(listener);
}

/** At most so many are read at once; who was away for longer begins anew. */
const CAUGHT_UP = 1_000;

/**
 * What was written since an event, in its order; null for too much. What stands a little before it is told again: a transaction that
 * began earlier may have ended later.
 * @param articleId only what happened to this article; all where it is null
 */
export async function listEventsSince(seq: number, articleId: string | null): Promise<LiveEvent[] | null> {
  const rows = await clientOf().$queryRaw<(Omit<LiveEvent, "seq"> & { id: bigint })[]>`
    SELECT "id", "articleId"::text, "targetType", "targetId", "action", "actorId"::text,
      coalesce("from" ->> 'mergedClaimId', CASE WHEN "action" = 'claim.split' THEN "from" ->> 'claimId' END) AS "otherId"
    FROM "AuditEvent"
    WHERE ("id" > ${seq} OR ("id" > ${seq - CAUGHT_UP} AND "at" >
        (SELECT "at" - interval '60 seconds' FROM "AuditEvent" WHERE "id" = ${seq})))
      AND "articleId" IS NOT NULL AND (${articleId}::uuid IS NULL OR "articleId" = ${articleId}::uuid)
    ORDER BY "id" LIMIT ${CAUGHT_UP + 1}`;
  if (rows.length > CAUGHT_UP) return null;
  return rows.map(({ id, ...event }) => ({ ...event, seq: Number(id) }));
}

/** The newest event that there is; 0 where there is none. */
export async function findNewestSeq(): Promise<number> {
  const newest = await clientOf().auditEvent.aggregate({ _max: { id: true } });
  return Number(newest._max.id ?? 0);
}
