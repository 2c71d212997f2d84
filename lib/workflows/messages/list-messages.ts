import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import { findArticle } from "@/lib/db/articles";
import { countMessages, countMessagesIn, findMessage, listMessages as listStored } from "@/lib/db/messages";
import { searchActiveUsers } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { isMailEnabled } from "@/lib/mail/is-mail-enabled";
import {
  type ListedMessage,
  MESSAGE_KINDS,
  MESSAGE_STATES,
  type MessageState,
  type ReaderMessage,
} from "@/lib/messages/message";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { type TimelineEvent, timelinePage } from "@/lib/workflows/history/timeline";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

export const MESSAGES_PER_PAGE = 30;
/** People who can be chosen as the one who deals with a message. */
const MAX_PEOPLE = 500;

/** What is not a valid filter, as from an edited address, does not count. */
const filterInput = z.object({
  state: z.enum(MESSAGE_STATES).optional().catch(undefined),
  kind: z.enum(MESSAGE_KINDS).optional().catch(undefined),
  assignee: z.enum(["me", "nobody"]).optional().catch(undefined),
  article: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type InboxFilter = z.output<typeof filterInput>;

export interface Inbox {
  messages: ListedMessage[];
  /** Of those that match. */
  total: number;
  /** By state, of those that match the rest of the filter. */
  counts: Record<MessageState, number>;
  filter: InboxFilter;
  /** The article that the list is limited to. */
  article: { id: string; title: string } | null;
}

/** Messages of readers, newest first. @param input from the address */
export async function listMessages(actor: Actor, input: unknown): Promise<Result<Inbox, Failure>> {
  const allowed = asResult(can(actor, "read", "message"));
  if (!allowed.ok) return allowed;
  const filter = filterInput.parse(input ?? {});
  const { state, kind, assignee, article: articleId, page } = filter;
  const narrowed = {
    kind,
    articleId,
    assigneeId: assignee === "me" ? actor.id : assignee === "nobody" ? null : undefined,
  };
  const [listed, counts, article] = await Promise.all([
    listStored({ ...narrowed, state }, { limit: MESSAGES_PER_PAGE, offset: (page - 1) * MESSAGES_PER_PAGE }),
    countMessages(narrowed),
    articleId === undefined ? null : findArticle(articleId),
  ]);
  return ok({ ...listed, counts, filter, article: article && { id: article.id, title: article.title } });
}

const pageInput = filterInput.omit({ page: true }).extend({
  /** Id of the last message of the page before. */
  after: z.uuid().optional().catch(undefined),
  limit: z.int().min(1).max(100),
});

/** A page of messages of readers, newest first, for programs. */
export async function listMessagePage(
  actor: Actor,
  input: z.input<typeof pageInput>,
): Promise<Result<{ messages: ListedMessage[]; next: string | null; total: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "message"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(pageInput, input);
  if (!parsed.ok) return parsed;
  const { state, kind, assignee, article: articleId, after, limit } = parsed.value;
  const assigneeId = assignee === "me" ? actor.id : assignee === "nobody" ? null : undefined;
  const { messages, total } = await listStored(
    { state, kind, articleId, assigneeId },
    { limit: limit + 1, offset: 0, after },
  );
  const page = messages.slice(0, limit);
  return ok({ messages: page, next: messages.length > limit ? (page.at(-1)?.id ?? null) : null, total });
}

/** Number of new messages, for the desk's navigation; 0 for people who can't see any. */
export async function countNewMessages(actor: Actor): Promise<number> {
  return can(actor, "read", "message").allowed ? countMessagesIn("new") : 0;
}

export interface MessageView {
  message: ReaderMessage;
  /** Whether the reader gave an address. The address itself is only there for those who can answer. */
  hasEmail: boolean;
  sendsMail: boolean;
  /** Who can deal with it. */
  people: PersonName[];
  history: TimelineEvent[];
}

/** One message. The address of its sender is only there for those who can answer. */
export async function readMessage(
  actor: Actor,
  input: { id: string },
): Promise<Result<ReaderMessage, Failure>> {
  const allowed = asResult(can(actor, "read", "message"));
  if (!allowed.ok) return allowed;
  const found = await findMessage(input.id);
  if (!found) return notFound("message");
  return ok({ ...found, email: can(actor, "answer", "message").allowed ? found.email : null });
}

/** One message, with what happened to it. */
export async function getMessage(actor: Actor, input: { id: string }): Promise<Result<MessageView, Failure>> {
  const allowed = asResult(can(actor, "read", "message"));
  if (!allowed.ok) return allowed;
  const found = await findMessage(input.id);
  if (!found) return notFound("message");
  const [people, { events }] = await Promise.all([
    searchActiveUsers("", MAX_PEOPLE),
    timelinePage(actor, { target: { type: "message", id: found.id } }, { page: 1 }),
  ]);
  const canAnswer = can(actor, "answer", "message").allowed;
  return ok({
    message: { ...found, email: canAnswer ? found.email : null },
    hasEmail: found.email !== null,
    sendsMail: isMailEnabled(),
    people: people.map(({ id, name }) => ({ id, name })),
    history: events,
  });
}
