import type { PersonName } from "@/lib/claims/claim";
import type { EventContent } from "@/lib/history/event-digest";
import type { AuditEvent } from "./generated/client";
import { fromJson } from "./json";
import { clientOf } from "./transaction";

const withActor = { actor: { select: { id: true, name: true } } } as const;

/** An event with its position in the chain. */
export interface ChainedEvent extends EventContent {
  id: bigint;
  actor: PersonName | null;
  /** 0 for events from before the chain started. */
  sequence: bigint;
  contentHash: string | null;
  previousHash: string | null;
  hash: string | null;
}

/** The end of the chain. */
export interface ChainHead {
  sequence: bigint;
  hash: string;
  /** The number of events from before the chain started, and their digest, with which it begins. */
  earlier: { count: number; lastId: bigint; hash: string };
}

/** Null if the row was deleted. */
export async function findChainHead(): Promise<ChainHead | null> {
  const head = await clientOf().auditHead.findUnique({ where: { id: 1 } });
  if (!head) return null;
  const count = await clientOf().auditEvent.count({ where: { sequence: null, id: { lte: head.earlierId } } });
  const { sequence, hash, earlierId, earlierHash } = head;
  return { sequence, hash, earlier: { count, lastId: earlierId, hash: earlierHash } };
}

/** The current digest of the events from before the chain started. */
export async function digestEarlierEvents(lastId: bigint): Promise<string> {
  const [row] = await clientOf().$queryRaw<
    { digest: string }[]
  >`SELECT audit_earlier_digest(${lastId}) AS digest`;
  return row?.digest ?? "";
}

/** An event after the chain started that is not in it; there should be none. */
export async function findUnlinkedEvent(afterId: bigint): Promise<bigint | null> {
  const row = await clientOf().auditEvent.findFirst({
    where: { sequence: null, id: { gt: afterId } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return row?.id ?? null;
}

/** The next events of the chain after a sequence number, in order. */
export async function listChain(after: bigint, limit: number): Promise<ChainedEvent[]> {
  const rows = await clientOf().auditEvent.findMany({
    where: { sequence: { gt: after } },
    orderBy: { sequence: "asc" },
    take: limit,
    include: withActor,
  });
  return rows.map(toChained);
}

/** Events in the order they were appended, including those from before the chain. @param after id of an event */
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
