import { COUNT_READS } from "@/lib/capped-count";
import type { AfterAttempt } from "@/lib/webhooks/after-attempt";
import type { Webhook, WebhookAttempt, WebhookDelivery, WebhookState } from "@/lib/webhooks/webhook";
import { type SentKind, WEBHOOK_KINDS, type WebhookKind } from "@/lib/webhooks/webhook-kind";
import { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf, type Tx } from "./transaction";

const withCreator = { createdBy: { select: { id: true, name: true } } } as const;

type Row = Prisma.WebhookGetPayload<{ include: typeof withCreator }>;

function toWebhook(row: Row, waiting: number): Webhook {
  return {
    id: row.id,
    url: row.url,
    kinds: WEBHOOK_KINDS.filter((kind) => row.kinds.includes(kind)),
    state: row.state,
    createdBy: { id: row.createdBy.id, name: row.createdBy.name },
    createdAt: row.createdAt.toISOString(),
    failingSince: row.failingSince?.toISOString() ?? null,
    retryAt: row.retryAt?.toISOString() ?? null,
    formerSecretUntil: row.formerSecretUntil?.toISOString() ?? null,
    waiting,
  };
}

const countWaiting = (webhookId: string, tx?: Tx) =>
  clientOf(tx).webhookDelivery.count({ where: { webhookId, state: "pending" }, take: COUNT_READS });

async function withWaiting(row: Row | null, tx?: Tx): Promise<Webhook | null> {
  return row && toWebhook(row, await countWaiting(row.id, tx));
}

/** All webhooks, the oldest first. */
export async function listWebhooks(tx?: Tx): Promise<Webhook[]> {
  const rows = await clientOf(tx).webhook.findMany({
    include: withCreator,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const webhooks: Webhook[] = [];
  for (const row of rows) webhooks.push(toWebhook(row, await countWaiting(row.id, tx)));
  return webhooks;
}

export async function findWebhook(id: string, tx?: Tx): Promise<Webhook | null> {
  if (!isUuid(id)) return null;
  return withWaiting(await clientOf(tx).webhook.findUnique({ where: { id }, include: withCreator }), tx);
}

/** Makes other transactions that add a webhook wait for this one, so that there are never too many. */
export async function lockWebhooks(tx: Tx): Promise<void> {
  await clientOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtext('webhooks'))`;
}

/** @param webhook.secret sealed for its id */
export async function insertWebhook(
  tx: Tx,
  webhook: { id: string; url: string; kinds: readonly WebhookKind[]; secret: string; createdById: string },
): Promise<Webhook> {
  const row = await clientOf(tx).webhook.create({
    data: { ...webhook, kinds: [...webhook.kinds] },
    include: withCreator,
  });
  return toWebhook(row, 0);
}

/** Pauses a webhook, or sends again at once what waits. @returns null if it does not exist */
export async function setWebhookState(tx: Tx, id: string, state: WebhookState): Promise<Webhook | null> {
  const [row] = await clientOf(tx).webhook.updateManyAndReturn({
    where: { id },
    data: { state, ...(state === "active" && { failures: 0, failingSince: null, retryAt: null }) },
    include: withCreator,
  });
  return withWaiting(row ?? null, tx);
}

/**
 * Changes the address of a webhook, and what is sent to it. At another address, what waits is sent at once: that the one before could not be
 * reached says nothing about it.
 * @returns null if it does not exist
 */
export async function updateWebhook(
  tx: Tx,
  id: string,
  { url, kinds, moved }: { url: string; kinds: readonly WebhookKind[]; moved: boolean },
): Promise<Webhook | null> {
  const [row] = await clientOf(tx).webhook.updateManyAndReturn({
    where: { id },
    data: {
      url,
      kinds: [...kinds],
      ...(moved && { failures: 0, failingSince: null, retryAt: null }),
    },
    include: withCreator,
  });
  return withWaiting(row ?? null, tx);
}

/** Replaces the secret; the one before signs as well until a time. @param secret sealed */
export async function replaceWebhookSecret(tx: Tx, id: string, secret: string, until: Date): Promise<void> {
  await clientOf(tx).$executeRaw`
    UPDATE "Webhook" SET "formerSecret" = "secret", "formerSecretUntil" = ${until}, "secret" = ${secret} WHERE "id" = ${id}::uuid`;
}

/** Deletes a webhook with its deliveries. */
export async function deleteWebhookRow(tx: Tx, id: string): Promise<void> {
  await clientOf(tx).webhook.deleteMany({ where: { id } });
}

/**
 * Writes what happened for every active webhook that wants it, in the transaction of the change: if that commits, it will be sent.
 * @returns whether a webhook wants it
 */
export async function insertWebhookEvent(
  client: Prisma.TransactionClient,
  event: { kind: WebhookKind; at: Date; articleId: string | null; claimId: string | null },
): Promise<boolean> {
  const { kind, at, articleId, claimId } = event;
  const inserted = await client.$executeRaw`
    WITH wanting AS (
      SELECT "id" FROM "Webhook" WHERE "state" = 'active' AND ${kind} = ANY ("kinds")
    ), event AS (
      INSERT INTO "WebhookEvent" ("id", "kind", "at", "articleId", "claimId")
      SELECT ${crypto.randomUUID()}::uuid, ${kind}, ${at}, ${articleId}::uuid, ${claimId}::uuid WHERE EXISTS (SELECT 1 FROM wanting)
      RETURNING "id"
    )
    INSERT INTO "WebhookDelivery" ("id", "webhookId", "eventId", "nextAt")
    SELECT gen_random_uuid(), w."id", e."id", ${at} FROM wanting w CROSS JOIN event e`;
  return inserted > 0;
}

/** Writes a test for one webhook, which no job sends. @returns the id of its delivery */
export async function insertWebhookTest(tx: Tx, webhookId: string, at: Date): Promise<string> {
  const { id } = await clientOf(tx).webhookDelivery.create({
    data: {
      nextAt: at,
      state: "failed",
      webhook: { connect: { id: webhookId } },
      event: { create: { kind: "webhook.test" satisfies SentKind, at } },
    },
    select: { id: true },
  });
  return id;
}

const IS_READY = Prisma.sql`d."state" = 'pending' AND w."state" = 'active'`;

/** The active webhooks with something to send now. */
export async function listDueWebhooks(now: Date): Promise<string[]> {
  const rows = await clientOf().$queryRaw<{ id: string }[]>`
    SELECT w."id" FROM "Webhook" w
    WHERE (w."retryAt" IS NULL OR w."retryAt" <= ${now})
      AND EXISTS (SELECT 1 FROM "WebhookDelivery" d WHERE d."webhookId" = w."id" AND ${IS_READY} AND d."nextAt" <= ${now})
    ORDER BY w."id"`;
  return rows.map(({ id }) => id);
}

/** What a delivery needs to be sent. */
export interface OpenDelivery {
  id: string;
  refusals: number;
  event: { id: string; kind: SentKind; at: Date; articleId: string | null; claimId: string | null };
  webhook: {
    id: string;
    url: string;
    /** Sealed. */
    secret: string;
    formerSecret: string | null;
    formerSecretUntil: Date | null;
    failures: number;
    failingSince: Date | null;
  };
}

/**
 * Takes the next delivery of a webhook that is due, so that no other instance sends it too.
 * @param until when others can take it, if this instance crashes
 */
export async function takeDelivery(webhookId: string, now: Date, until: Date): Promise<OpenDelivery | null> {
  const [taken] = await clientOf().$queryRaw<{ id: string }[]>`
    UPDATE "WebhookDelivery" SET "nextAt" = ${until} WHERE "id" = (
      SELECT d."id" FROM "WebhookDelivery" d JOIN "Webhook" w ON w."id" = d."webhookId"
      WHERE d."webhookId" = ${webhookId}::uuid AND ${IS_READY} AND d."nextAt" <= ${now}
        AND (w."retryAt" IS NULL OR w."retryAt" <= ${now})
      ORDER BY d."nextAt", d."id" LIMIT 1 FOR UPDATE OF d SKIP LOCKED
    ) RETURNING "id"`;
  return taken ? findOpenDelivery(taken.id) : null;
}

export async function findOpenDelivery(id: string): Promise<OpenDelivery | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf().webhookDelivery.findUnique({
    where: { id },
    select: {
      id: true,
      refusals: true,
      event: { select: { id: true, kind: true, at: true, articleId: true, claimId: true } },
      webhook: {
        select: {
          id: true,
          url: true,
          secret: true,
          formerSecret: true,
          formerSecretUntil: true,
          failures: true,
          failingSince: true,
        },
      },
    },
  });
  return row && { ...row, event: { ...row.event, kind: row.event.kind as SentKind } };
}

/** Adds an attempt to the log. Its delivery may be deleted by now. */
export async function insertAttempt(
  tx: Tx,
  deliveryId: string,
  attempt: Omit<WebhookAttempt, "id" | "at"> & { at: Date },
): Promise<boolean> {
  const exists = await clientOf(tx).$queryRaw<unknown[]>`
    SELECT 1 FROM "WebhookDelivery" WHERE "id" = ${deliveryId}::uuid FOR UPDATE`;
  if (exists.length === 0) return false;
  await clientOf(tx).webhookAttempt.create({ data: { ...attempt, deliveryId } });
  return true;
}

/**
 * Stores what an attempt changed. A webhook that was paused meanwhile stays paused.
 * @returns whether this disabled the webhook
 */
export async function saveAfterAttempt(
  tx: Tx,
  { id, webhook }: Pick<OpenDelivery, "id" | "webhook">,
  after: AfterAttempt,
): Promise<boolean> {
  const client = clientOf(tx);
  await client.webhookDelivery.updateMany({ where: { id }, data: after.delivery });
  const { state, ...health } = after.webhook;
  await client.webhook.updateMany({ where: { id: webhook.id }, data: health });
  if (state !== "disabled") return false;
  const { count } = await client.webhook.updateMany({
    where: { id: webhook.id, state: "active" },
    data: { state },
  });
  return count > 0;
}

/** Attempts of one delivery that lists show. */
const SHOWN_ATTEMPTS = 10;

/** The deliveries of a webhook, the newest event first. @param cursor `nextCursor` of the page before */
export async function listDeliveries(
  webhookId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: WebhookDelivery[]; nextCursor: string | null }> {
  const rows = await clientOf().webhookDelivery.findMany({
    where: { webhookId },
    orderBy: [{ event: { at: "desc" } }, { id: "desc" }],
    take: limit + 1,
    ...(cursor && isUuid(cursor) ? { cursor: { id: cursor }, skip: 1 } : {}),
    include: {
      event: { select: { id: true, kind: true, at: true } },
      log: { orderBy: [{ at: "desc" }, { id: "desc" }], take: SHOWN_ATTEMPTS },
    },
  });
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ id, state, nextAt, event, log }) => ({
      id,
      eventId: event.id,
      kind: event.kind as SentKind,
      at: event.at.toISOString(),
      state,
      nextAt: state === "pending" ? nextAt.toISOString() : null,
      attempts: log.map((each) => ({
        id: each.id,
        at: each.at.toISOString(),
        request: each.request,
        status: each.status,
        answer: each.answer,
        failure: each.failure,
        durationMs: each.durationMs,
      })),
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Deletes events from before a time with their deliveries and log. */
export async function forgetWebhookEvents(before: Date): Promise<void> {
  await clientOf().webhookEvent.deleteMany({ where: { at: { lt: before } } });
}

/** Removes from the log what was sent about an article: something of it was redacted. */
export async function forgetWebhookRequests(tx: Tx, articleId: string): Promise<void> {
  await clientOf(tx).webhookAttempt.updateMany({
    where: { delivery: { event: { articleId } } },
    data: { request: null },
  });
}
