import type { PersonName } from "@/lib/claims/claim";
import type { EventContent } from "@/lib/history/event-digest";
import type { AuditEvent } from "./generated/client";
import { fromJson } from "./json";
import { clientOf } from "./transaction";

const withActor = { actor: { select: { id: true, name: true } } } as const;

/** An event with its place in the chain. */
export interface ChainedEvent extends EventContent {
  id: bigint;
  actor: PersonName | null;
  /** 0 for events of before there was a chain. */
  sequence: bigint;
  contentHash: string | null;
  previousHash: string | null;
  hash: string | null;
}

/** Where the chain ends. */
export interface ChainHead {
  sequence: bigint;
  hash: string;
  /** How many events are from before there was a chain, and their digest, by which it begins. */
  earlier: { count: number; lastId: bigint; hash: string };
}

/** Null where the row was taken away. */
export async function findChainHead(): Promise<ChainHead | null> {
  const head = await clientOf().auditHead.findUnique({ where: { id: 1 } });
  if (!head) return null;
  const count = await clientOf().auditEvent.count({ where: { sequence: null, id: { lte: head.earlierId } } });
  const { sequence, hash, earlierId, earlierHash } = head;
  return { sequence, hash, earlier: { count, lastId: earlierId, hash: earlierHash } };
}

/** The digest of the events of before there was a chain, as they are now. */
export async function digestEarlierEvents(lastId: bigint): Promise<string> {
  const [row] = await clientOf().$queryRaw<
    { digest: string }[]
  >`SELECT audit_earlier_digest(${lastId}) AS digest`;
  return row?.digest ?? "";
}

/** Events without a place in the chain that came in after it began: there should be none. */
export async function findUnlinkedEvent(afterId: bigint): Promise<bigint | null> {
  const row = await clientOf().auditEvent.findFirst({
    where: { sequence: null, id: { gt: afterId } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return row?.id ?? null;
}

/** The next events of the chain behind a place in it, in order. */
export async function listChain(after: bigint, limit: number): Promise<ChainedEvent[]> {
  const rows = await clientOf().auditEvent.findMany({
    where: { sequence: { gt: after } },
    orderBy: { sequence: "asc" },
    take: limit,
    include: withActor,
  });
  return rows.map(toChained);
}

/** Events in the order in which they were appended, those of before the chain too. @param after number of an event */
export async function listExportedEvents(
  { articleId, since }: { articleId?: string; since?: Date },
  after: bigint,
  limit: number,
): Promise<ChainedEvent[]> {
  const rows = await clientOf().auditEvent.findMany({
    where: {
      id: { gt: after },
      ...(articleId === undefined ? {} : { articleId }),
      ...(since === undefined ? {} : { at: { gte: since } }),
    },
    orderBy: { id: "asc" },
    take: limit,
    include: withActor,
  });
  return rows.map(toChained);
}

function toChained(row: AuditEvent & { actor: PersonName | null }): ChainedEvent {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor && { id: row.actor.id, name: row.actor.name },
    actorId: row.actorId,
    action: row.action,
    targetType: row.targetType,
    targetId: row.targetId,
    articleId: row.articleId,
    from: row.from === null ? null : fromJson(row.from),
    to: row.to === null ? null : fromJson(row.to),
    sequence: row.sequence ?? 0n,
    contentHash: row.contentHash,
    previousHash: row.previousHash,
    hash: row.hash,
  };
}
