import type { AnchorDescription } from "@/lib/anchoring/describe-anchor";
import type { PersonName } from "@/lib/claims/claim";
import { disambiguateNames } from "@/lib/claims/disambiguate-names";
import type { Comment, Thread } from "@/lib/comments/comment";
import { mentionedIds } from "@/lib/comments/mentions";
import type { Prisma } from "./generated/client";
import { guestOf } from "./guest-accesses";
import { isUuid } from "./is-uuid";
import { personName, toPersonName } from "./person-name";
import { findCurrentPassages } from "./thread-anchors";
import { clientOf, type Tx } from "./transaction";

/** The relations that a thread is mapped from. */
const withRelations = {
  article: { select: { currentVersionId: true } },
  resolvedBy: personName,
  comments: { orderBy: [{ at: "asc" }, { id: "asc" }], include: { author: personName } },
} as const satisfies Prisma.CommentThreadInclude;

type FullRow = Prisma.CommentThreadGetPayload<{ include: typeof withRelations }>;
type CommentRow = FullRow["comments"][number];

function toComment(row: CommentRow): Comment {
  return {
    id: row.id,
    author: toPersonName(row.author),
    body: row.deletedAt ? "" : row.body,
    at: row.at.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    revision: row.revision,
  };
}

async function toThreads(rows: readonly FullRow[], tx?: Tx): Promise<Thread[]> {
  const ids = rows.flatMap(({ comments }) => comments.flatMap(({ body }) => mentionedIds(body)));
  const people = new Map((await listNames(ids, tx)).map((person) => [person.id, person]));
  const passages = await findCurrentPassages(rows, tx);
  return rows.map((row) => {
    const comments = row.comments.map(toComment);
    const mentioned = new Set(comments.flatMap(({ body }) => mentionedIds(body)));
    return {
      id: row.id,
      articleId: row.articleId,
      claimId: row.claimId,
      passage: passages.get(row.id) ?? null,
      resolved:
        row.resolvedAt && row.resolvedBy
          ? {
              by: toPersonName(row.resolvedBy),
              at: row.resolvedAt.toISOString(),
            }
          : null,
      comments,
      mentioned: [...mentioned].flatMap((id) => people.get(id) ?? []),
    };
  });
}

/** Names of the people with some ids. */
async function listNames(ids: readonly string[], tx?: Tx): Promise<PersonName[]> {
  if (ids.length === 0) return [];
  const rows = await clientOf(tx).user.findMany({ where: { id: { in: [...new Set(ids)] } }, ...personName });
  return rows.map(toPersonName);
}

/** The threads of an article that have comments left, oldest first. */
export async function listThreads(articleId: string): Promise<Thread[]> {
  if (!isUuid(articleId)) return [];
  const rows = await clientOf().commentThread.findMany({
    where: { articleId, comments: { some: { deletedAt: null } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: withRelations,
  });
  return toThreads(rows);
}

/** Which threads of an article a page lists. */
export interface ThreadFilter {
  articleId: string;
  /** Only those on this claim. */
  claimId?: string | undefined;
  resolved?: boolean | undefined;
}

/**
 * A page of the threads of an article that have comments left, oldest first.
 * @param after the last thread of the page before: ids are in the order of creation
 */
export async function listThreadPage(
  { articleId, claimId, resolved }: ThreadFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ threads: Thread[]; next: string | null; total: number }> {
  if (![articleId, claimId ?? articleId].every(isUuid)) return { threads: [], next: null, total: 0 };
  const where = {
    articleId,
    comments: { some: { deletedAt: null } },
    ...(claimId !== undefined && { claimId }),
    ...(resolved !== undefined && { resolvedAt: resolved ? { not: null } : null }),
  } satisfies Prisma.CommentThreadWhereInput;
  const [rows, total] = await Promise.all([
    clientOf().commentThread.findMany({
      where: { ...where, ...(after !== null && isUuid(after) ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: limit + 1,
      include: withRelations,
    }),
    clientOf().commentThread.count({ where }),
  ]);
  const page = rows.slice(0, limit);
  const next = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
  return { threads: await toThreads(page), next, total };
}

/** The thread of a comment. */
export async function findThreadOf(commentId: string): Promise<Thread | null> {
  if (!isUuid(commentId)) return null;
  const where = { comments: { some: { id: commentId } } };
  const row = await clientOf().commentThread.findFirst({ where, include: withRelations });
  return row && ((await toThreads([row]))[0] ?? null);
}

export async function findThread(id: string, tx?: Tx): Promise<Thread | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).commentThread.findUnique({ where: { id }, include: withRelations });
  return row && ((await toThreads([row], tx))[0] ?? null);
}

/** Reads a thread and locks it until the transaction ends. */
export async function lockThread(tx: Tx, id: string): Promise<Thread | null> {
  if (!isUuid(id)) return null;
  await clientOf(tx).$queryRaw`SELECT 1 FROM "CommentThread" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return findThread(id, tx);
}

/** The thread of a comment, locked likewise. */
export async function lockThreadOf(tx: Tx, commentId: string): Promise<Thread | null> {
  if (!isUuid(commentId)) return null;
  const row = await clientOf(tx).comment.findUnique({
    where: { id: commentId },
    select: { threadId: true },
  });
  return row && lockThread(tx, row.threadId);
}

/** The comments of an article whose idempotency key begins with a prefix, deleted ones included. */
export async function listCommentKeys(
  articleId: string,
  prefix: string,
  tx?: Tx,
): Promise<{ idempotencyKey: string; threadId: string }[]> {
  return clientOf(tx).comment.findMany({
    where: { thread: { articleId }, idempotencyKey: { startsWith: prefix } },
    select: { idempotencyKey: true, threadId: true },
  });
}

/** The comment that was made with an idempotency key, and its thread. Waits for a running call with the same key. */
export async function findCommentByIdempotencyKey(
  tx: Tx,
  key: string,
): Promise<{ threadId: string; commentId: string } | null> {
  await clientOf(tx).$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const row = await clientOf(tx).comment.findUnique({
    where: { idempotencyKey: key },
    select: { id: true, threadId: true },
  });
  return row && { threadId: row.threadId, commentId: row.id };
}

/** Creates a thread. @returns its id */
export async function insertThread(
  tx: Tx,
  thread: {
    articleId: string;
    claimId: string | null;
    passage: (AnchorDescription & { versionId: string }) | null;
  },
): Promise<string> {
  const { articleId, claimId, passage } = thread;
  const { id } = await clientOf(tx).commentThread.create({
    data: { articleId, claimId, ...(passage ? { anchors: { create: passage } } : {}) },
    select: { id: true },
  });
  return id;
}

/** @returns its id */
export async function insertComment(
  tx: Tx,
  comment: { threadId: string; authorId: string; body: string; idempotencyKey: string },
): Promise<string> {
  const { id } = await clientOf(tx).comment.create({ data: comment, select: { id: true } });
  return id;
}

/** Changes a comment of a locked thread and raises its revision. */
export async function updateComment(
  tx: Tx,
  id: string,
  change: { body: string } | { deleted: true },
): Promise<void> {
  const now = new Date();
  await clientOf(tx).comment.update({
    where: { id },
    data: {
      ...("body" in change ? { body: change.body, editedAt: now } : { deletedAt: now }),
      revision: { increment: 1 },
    },
  });
}

/** @param byId who resolved it; null reopens it */
export async function setThreadResolved(tx: Tx, id: string, byId: string | null): Promise<void> {
  await clientOf(tx).commentThread.update({
    where: { id },
    data: { resolvedById: byId, resolvedAt: byId ? new Date() : null },
  });
}

/** Active staff and the guests of an article, by name, with duplicate names disambiguated. */
export async function listMentionable(articleId: string | null): Promise<PersonName[]> {
  const rows = await clientOf().user.findMany({
    where: { disabledAt: null, OR: [{ role: { not: "guest" } }, ...(articleId ? [guestOf(articleId)] : [])] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { ...personName.select, email: true },
  });
  return disambiguateNames(rows.map((row) => ({ ...toPersonName(row), email: row.email })));
}

/** People involved with an article, by name: those who changed something, and its guests. Guests can see only these. */
export async function listPeopleOfArticle(articleId: string): Promise<PersonName[]> {
  if (!isUuid(articleId)) return [];
  const client = clientOf();
  const acted = await client.auditEvent.findMany({
    where: { articleId, actorId: { not: null } },
    distinct: ["actorId"],
    select: { actorId: true },
  });
  const rows = await client.user.findMany({
    where: {
      disabledAt: null,
      OR: [
        { role: { not: "guest" }, id: { in: acted.flatMap(({ actorId }) => actorId ?? []) } },
        guestOf(articleId),
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...personName,
  });
  return rows.map(toPersonName);
}
