import type { PersonName } from "@/lib/claims/claim";
import type { AuditEvent, Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { clientOf } from "./transaction";

/** One event of the audit log, as the desk's feed tells it. */
export interface ActivityRow {
  /** Grows with each event. */
  id: string;
  /** ISO 8601 instant. */
  at: string;
  /** Null when the system itself acted. */
  actor: PersonName | null;
  action: string;
  targetType: string;
  targetId: string;
  article: { id: string; title: string } | null;
  /** The claim that it is about, or that the thread is on. */
  claim: { id: string; number: number } | null;
  from: unknown;
  to: unknown;
}

export interface ActivityQuery {
  personId?: string | undefined;
  articleId?: string | undefined;
  /** Kinds of things that were done something to; all where none is given. */
  targetTypes?: readonly string[] | undefined;
  /** Actions that are left out. */
  without?: readonly string[] | undefined;
  /** The `nextCursor` of the page before. */
  cursor?: string | undefined;
  limit: number;
}

/** What was done, newest first. */
export async function listActivityRows(
  query: ActivityQuery,
): Promise<{ items: ActivityRow[]; nextCursor: string | null }> {
  const { personId, articleId, targetTypes, without, cursor, limit } = query;
  if ((personId && !isUuid(personId)) || (articleId && !isUuid(articleId)))
    return { items: [], nextCursor: null };
  const where: Prisma.AuditEventWhereInput = {
    ...(personId ? { actorId: personId } : {}),
    ...(articleId ? { articleId } : {}),
    ...(targetTypes ? { targetType: { in: [...targetTypes] } } : {}),
    ...(without ? { action: { notIn: [...without] } } : {}),
    ...(cursor && /^\d{1,18}$/.test(cursor) ? { id: { lt: BigInt(cursor) } } : {}),
  };
  const client = clientOf();
  const rows = await client.auditEvent.findMany({
    where,
    orderBy: { id: "desc" },
    take: limit + 1,
    include: { actor: { select: { id: true, name: true } } },
  });
  const page = rows.slice(0, limit);
  // The log has no foreign keys but to people: what it tells of may be gone.
  const articles = await client.article.findMany({
    where: { id: { in: [...new Set(page.flatMap((row) => row.articleId ?? []))] } },
    select: { id: true, title: true },
  });
  const claims = await client.claim.findMany({
    where: { id: { in: page.flatMap((row) => claimIdOf(row) ?? []).filter(isUuid) } },
    select: { id: true, number: true },
  });
  return {
    items: page.map((row) => ({
      id: String(row.id),
      at: row.at.toISOString(),
      actor: row.actor && { id: row.actor.id, name: row.actor.name },
      action: row.action,
      targetType: row.targetType,
      targetId: row.targetId,
      article: articles.find(({ id }) => id === row.articleId) ?? null,
      claim: claims.find(({ id }) => id === claimIdOf(row)) ?? null,
      from: row.from,
      to: row.to,
    })),
    nextCursor: rows.length > limit ? String(page.at(-1)?.id) : null,
  };
}

function claimIdOf({ targetType, targetId, to, from }: AuditEvent): string | null {
  if (targetType === "claim") return targetId;
  if (targetType !== "comment") return null;
  for (const side of [to, from])
    if (side && typeof side === "object" && "claimId" in side && typeof side.claimId === "string")
      return side.claimId;
  return null;
}
