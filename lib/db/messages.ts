import { COUNT_READS } from "@/lib/capped-count";
import type {
  ListedMessage,
  MessageKind,
  MessageState,
  ReaderMessage,
  SpamSign,
} from "@/lib/messages/message";
import { MESSAGE_STATES } from "@/lib/messages/message";
import type { ContactInput } from "@/lib/messages/message-input";
import type { Prisma } from "./generated/client";
import { isUuid } from "./is-uuid";
import { personName, toPersonName } from "./person-name";
import { clientOf, type Tx } from "./transaction";

const listed = {
  article: { select: { id: true, title: true, slug: true } },
  claim: { select: { id: true, number: true, statement: true } },
  assignee: personName,
} as const satisfies Prisma.ReaderMessageInclude;

const complete = {
  ...listed,
  madeClaim: { select: { id: true, number: true, articleId: true } },
  source: { select: { id: true, title: true } },
  answers: { include: { givenBy: personName }, orderBy: [{ at: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.ReaderMessageInclude;

function toListed(row: Prisma.ReaderMessageGetPayload<{ include: typeof listed }>): ListedMessage {
  const { id, kind, state, text, name, article, claim, assignee, receivedAt } = row;
  return {
    id,
    kind,
    state,
    text,
    name,
    article: article && { id: article.id, title: article.title },
    claim: claim && { id: claim.id, number: claim.number },
    assignee: assignee && toPersonName(assignee),
    receivedAt: receivedAt.toISOString(),
  };
}

function toMessage(row: Prisma.ReaderMessageGetPayload<{ include: typeof complete }>): ReaderMessage {
  const { email, url, quote, article, claim, spamSign, note, revision, source, madeClaim, erasedAt } = row;
  return {
    ...toListed(row),
    email,
    url,
    quote,
    article,
    claim,
    spamSign: spamSign as SpamSign | null,
    note,
    revision,
    source,
    madeClaim,
    answers: row.answers.map(({ id, givenBy, at, text, isMailed }) => ({
      id,
      givenBy: toPersonName(givenBy),
      at: at.toISOString(),
      text,
      isMailed,
    })),
    erasedAt: erasedAt?.toISOString() ?? null,
  };
}

export interface NewMessage extends ContactInput {
  articleId: string | null;
  claimId: string | null;
  formKey: string;
  textHash: string;
  spamSign: SpamSign | null;
}

/** Stores a message. @returns its id; null if the same form was stored before */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<string | null> {
  const [row] = await clientOf(tx).readerMessage.createManyAndReturn({
    data: [{ ...message, state: message.spamSign === null ? "new" : "spam" }],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
}

/**
 * What was sent with the same text since a time. It waits for others that store the same text, so that the second finds the first.
 * @returns the newest first
 */
export async function listSameTexts(
  tx: Tx,
  textHash: string,
  since: Date,
): Promise<{ kind: MessageKind; articleId: string | null; claimId: string | null }[]> {
  const key = `message:${textHash}`;
  await clientOf(tx).$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  return clientOf(tx).readerMessage.findMany({
    where: { textHash, receivedAt: { gte: since } },
    orderBy: { receivedAt: "desc" },
    take: 20,
    select: { kind: true, articleId: true, claimId: true },
  });
}

/** Which messages to list; missing fields match everything. Without a state, spam is left out. */
export interface MessageFilter {
  state?: MessageState | undefined;
  kind?: MessageKind | undefined;
  /** Null for messages that nobody has. */
  assigneeId?: string | null | undefined;
  articleId?: string | undefined;
}

function conditionOf({ state, kind, assigneeId, articleId }: MessageFilter): Prisma.ReaderMessageWhereInput {
  return {
    state: state ?? { not: "spam" },
    ...(kind && { kind }),
    ...(assigneeId !== undefined && { assigneeId }),
    ...(articleId !== undefined && { articleId }),
  };
}

/**
 * Messages, newest first, and their total number to one more than `COUNT_LIMIT`.
 * @param page.after id of the message after which the page begins
 */
export async function listMessages(
  filter: MessageFilter,
  { limit, offset, after }: { limit: number; offset: number; after?: string | undefined },
): Promise<{ messages: ListedMessage[]; total: number }> {
  const where = conditionOf(filter);
  const client = clientOf();
  const [rows, total] = await Promise.all([
    client.readerMessage.findMany({
      where,
      include: listed,
      orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
      take: limit,
      ...(after === undefined ? { skip: offset } : { cursor: { id: after }, skip: 1 }),
    }),
    client.readerMessage.count({ where, take: COUNT_READS }),
  ]);
  return { messages: rows.map(toListed), total };
}

/** Messages in each state, each to one more than `COUNT_LIMIT`. @param filter its state does not count */
export async function countMessages(
  filter: Omit<MessageFilter, "state">,
): Promise<Record<MessageState, number>> {
  const counts = await Promise.all(
    MESSAGE_STATES.map(async (state) => [state, await countMessagesIn(state, filter)] as const),
  );
  return Object.fromEntries(counts) as Record<MessageState, number>;
}

/** Messages in a state, to one more than `COUNT_LIMIT`. */
export async function countMessagesIn(
  state: MessageState,
  filter: Omit<MessageFilter, "state"> = {},
): Promise<number> {
  return clientOf().readerMessage.count({ where: conditionOf({ ...filter, state }), take: COUNT_READS });
}

export async function findMessage(id: string, tx?: Tx): Promise<ReaderMessage | null> {
  if (!isUuid(id)) return null;
  const row = await clientOf(tx).readerMessage.findUnique({ where: { id }, include: complete });
  return row && toMessage(row);
}

/** A message, locked until the transaction ends. */
export async function lockMessage(tx: Tx, id: string): Promise<ReaderMessage | null> {
  if (!isUuid(id)) return null;
  await clientOf(tx).$queryRaw`SELECT 1 FROM "ReaderMessage" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return findMessage(id, tx);
}

/** What can change in a message. */
export interface MessageChange {
  state?: MessageState;
  assigneeId?: string | null;
  note?: string | null;
  sourceId?: string;
  madeClaimId?: string;
}

/** Changes a message and raises its revision. */
export async function updateMessage(tx: Tx, id: string, change: MessageChange): Promise<void> {
  await clientOf(tx).readerMessage.update({
    where: { id },
    data: { ...change, revision: { increment: 1 } },
  });
}

export async function insertMessageAnswer(
  tx: Tx,
  answer: { messageId: string; givenById: string; text: string | null; isMailed: boolean },
): Promise<void> {
  await clientOf(tx).messageAnswer.create({ data: answer });
}

/** Deletes what a message and its answers say, and everything about its sender. */
export async function eraseMessage(tx: Tx, id: string, at: Date): Promise<void> {
  const client = clientOf(tx);
  await client.messageAnswer.updateMany({ where: { messageId: id }, data: { text: null } });
  await client.readerMessage.update({
    where: { id },
    data: {
      text: null,
      name: null,
      email: null,
      url: null,
      quote: null,
      note: null,
      textHash: null,
      erasedAt: at,
      revision: { increment: 1 },
    },
  });
}

/** Deletes spam that came before a time, and that nobody answered. @returns how many */
export async function deleteOldSpam(before: Date): Promise<number> {
  const { count } = await clientOf().readerMessage.deleteMany({
    where: { state: "spam", receivedAt: { lt: before }, answers: { none: {} } },
  });
  return count;
}

/** Ids of the people with an active account who answer readers: editors and administrators. */
export async function listEditorIds(tx: Tx): Promise<string[]> {
  const rows = await clientOf(tx).user.findMany({
    where: { role: { in: ["editor", "administrator"] }, disabledAt: null },
    orderBy: { id: "asc" },
    take: 500,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
