import { COUNT_READS } from "@/lib/capped-count";
import { needsChecking, type PersonName } from "@/lib/claims/claim";
import { inCurrentWords, withFormerNames } from "@/lib/history/current-words";
import { contentHashOf } from "@/lib/history/event-digest";
import { actionsOf, type EventKind } from "@/lib/history/event-kinds";
import type { HistoryEvent } from "@/lib/history/history-event";
import { webhookKindOf } from "@/lib/webhooks/webhook-kind";
import type { FoundAnchor } from "./anchors";
import { noteEvent } from "./committed-events";
import { type AuditEvent, Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { fromJson, toJson } from "./json";
import { clientOf, type Tx } from "./transaction";
import { insertWebhookEvent } from "./webhooks";

export interface AuditEntry {
  /** Null when the system itself acted. */
  actorId: string | null;
  /** "claim.create", "article.publish" … */
  action: string;
  targetType:
    | "article"
    | "claim"
    | "claimant"
    | "source"
    | "user"
    | "invitation"
    | "author-link"
    | "api-token"
    | "sign-in-policy"
    | "setting"
    | "scale"
    | "comment"
    | "message"
    | "tick"
    | "view"
    | "webhook";
  targetId: string;
  articleId?: string | null;
  from?: object | null;
  to?: object | null;
}

/**
 * Appends to the audit log, in the transaction of the audited change, and to the outbox of webhooks. The database links the event into the
 * chain on commit.
 */
export async function appendAuditEvent(tx: Tx, entry: AuditEntry): Promise<void> {
  const { actorId, action, targetType, targetId, articleId = null } = entry;
  const at = new Date();
  const from = toJsonValue(entry.from);
  const to = toJsonValue(entry.to);
  const described = { actorId, action, targetType, targetId, articleId };
  const { id } = await clientOf(tx).auditEvent.create({
    select: { id: true },
    data: {
      ...described,
      at,
      ...(from ? { from: toJson(from) } : {}),
      ...(to ? { to: toJson(to) } : {}),
      contentHash: contentHashOf({ ...described, at: at.toISOString(), from, to }),
    },
  });
  const kind = webhookKindOf(entry);
  const claimId = targetType === "claim" ? targetId : null;
  const isSent =
    kind !== null &&
    [articleId, claimId].every((each) => each === null || isUuid(each)) &&
    (await insertWebhookEvent(clientOf(tx), {
      kind,
      at,
      articleId,
      claimId,
    }));
  noteEvent(clientOf(tx), { seq: Number(id), action, targetType, articleId, isSent });
}

/** A value as it will be read back from JSON, so that hashes match. The database client drops fields named "__proto__". */
function toJsonValue(value: object | null | undefined): object | null {
  if (!value) return null;
  return JSON.parse(JSON.stringify(value), (key, each) => (key === "__proto__" ? undefined : each)) as object;
}

const withActor = { actor: { select: { id: true, name: true } } } as const;

function toEvent(row: AuditEvent & { actor: PersonName | null }): HistoryEvent {
  const { id, at, actor, action, targetType, targetId, articleId, from, to } = row;
  return inCurrentWords({
    id: String(id),
    at: at.toISOString(),
    actor: actor && { id: actor.id, name: actor.name },
    action,
    targetType,
    targetId,
    articleId,
    from: from === null ? null : fromJson(from),
    to: to === null ? null : fromJson(to),
  });
}

/** Missing fields match everything. */
export interface EventFilter {
  articleId?: string | undefined;
  target?: { type: AuditEntry["targetType"]; id: string } | undefined;
  actorId?: string | undefined;
  kind?: EventKind | undefined;
  since?: Date | undefined;
  /** Kinds of targets. */
  targetTypes?: readonly string[] | undefined;
}

function conditionOf(filter: EventFilter): Prisma.AuditEventWhereInput {
  const { articleId, target, actorId, kind, since, targetTypes } = filter;
  const actions = kind && actionsOf(kind);
  return {
    ...(articleId === undefined ? {} : { articleId }),
    ...(targetTypes === undefined ? {} : { targetType: { in: [...targetTypes] } }),
    ...(target === undefined ? {} : { targetType: target.type, targetId: target.id }),
    ...(actorId === undefined ? {} : { actorId }),
    ...(since === undefined ? {} : { at: { gte: since } }),
    ...(actions === undefined
      ? {}
      : {
          action:
            "in" in actions ? { in: withFormerNames(actions.in) } : { notIn: withFormerNames(actions.notIn) },
        }),
  };
}

/** Events that match a filter, newest first, and their total number, to one more than `COUNT_LIMIT`. */
export async function listAuditEvents(
  filter: EventFilter,
  limit: number,
  offset = 0,
): Promise<{ events: HistoryEvent[]; total: number }> {
  const where = conditionOf(filter);
  const [rows, total] = await Promise.all([
    clientOf().auditEvent.findMany({
      where,
      include: withActor,
      orderBy: { id: "desc" },
      take: limit,
      skip: offset,
    }),
    clientOf().auditEvent.count({ where, take: COUNT_READS }),
  ]);
  return { events: rows.map(toEvent), total };
}

/** The number of events that match a filter, to one more than `COUNT_LIMIT`. */
export async function countAuditEvents(filter: EventFilter): Promise<number> {
  return clientOf().auditEvent.count({ where: conditionOf(filter), take: COUNT_READS });
}

/**
 * Events that match a filter, newest first, without a total.
 * @param without actions to exclude
 * @param cursor the `nextCursor` of the page before
 */
export async function listEventPage(
  filter: EventFilter,
  { limit, cursor, without }: { limit: number; cursor?: string | undefined; without: readonly string[] },
): Promise<{ events: HistoryEvent[]; nextCursor: string | null }> {
  const rows = await clientOf().auditEvent.findMany({
    where: {
      AND: [
        conditionOf(filter),
        { action: { notIn: withFormerNames(without) } },
        cursor && /^\d{1,18}$/.test(cursor) ? { id: { lt: BigInt(cursor) } } : {},
      ],
    },
    include: withActor,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const events = rows.slice(0, limit).map(toEvent);
  return { events, nextCursor: rows.length > limit ? (events.at(-1)?.id ?? null) : null };
}

/**
 * The anchor that a claim had when an editor last confirmed its position in a version, from the audit log: one that needed checking. Null if
 * it never did. (Events of earlier builds do not name the version, so they are never found.)
 */
export async function findAnchorBeforeConfirmation(
  tx: Tx,
  claimId: string,
  versionId: string,
): Promise<FoundAnchor | null> {
  const rows = await clientOf(tx).auditEvent.findMany({
    where: {
      targetType: "claim",
      targetId: claimId,
      action: "claim.confirm-anchor",
      from: { path: ["versionId"], equals: versionId },
    },
    orderBy: { id: "desc" },
    select: { from: true },
  });
  const anchors = rows.map(({ from }) => fromJson<FoundAnchor>(from));
  return anchors.find(needsChecking) ?? null;
}

export async function findAuditEvent(id: string): Promise<HistoryEvent | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const row = await clientOf().auditEvent.findUnique({ where: { id: BigInt(id) }, include: withActor });
  return row && toEvent(row);
}

/** An event and all later ones of the same target, newest first. */
export async function listEventsSinceOf(event: HistoryEvent): Promise<HistoryEvent[]> {
  const { targetType, targetId, id } = event;
  const rows = await clientOf().auditEvent.findMany({
    where: { targetType, targetId, id: { gte: BigInt(id) } },
    include: withActor,
    orderBy: { id: "desc" },
  });
  return rows.map(toEvent);
}

/** The actors of all events that match a filter, by name. */
export async function listEventActors(filter: EventFilter): Promise<PersonName[]> {
  const rows = await clientOf().auditEvent.findMany({
    where: { ...conditionOf(filter), actorId: { not: null } },
    distinct: ["actorId"],
    select: withActor,
    orderBy: { actorId: "asc" },
  });
  return rows
    .flatMap(({ actor }) => (actor ? [{ id: actor.id, name: actor.name }] : []))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The id of the newest event that matches a filter; null if there is none. */
export async function findNewestEventId(filter: EventFilter): Promise<string | null> {
  const row = await clientOf().auditEvent.findFirst({
    where: conditionOf(filter),
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return row && String(row.id);
}

/** Numbers of claims by id, including deleted claims. */
export async function listClaimNumbers(claimIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await clientOf().claim.findMany({
    where: { id: { in: [...claimIds] } },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** The source that a source was merged into, if it was. */
export async function findMergedInto(tx: Tx | undefined, sourceId: string): Promise<string | null> {
  const rows = await clientOf(tx).$queryRaw<{ id: string }[]>(
    // ORDER BY "id" alone would mean the result's column of that name.
    Prisma.sql`SELECT e."targetId" AS "id" FROM "AuditEvent" e
      WHERE e."action" = 'source.merge' AND e."from" #>> '{merged,id}' = ${sourceId} ORDER BY e."id" DESC LIMIT 1`,
  );
  return rows[0]?.id ?? null;
}
