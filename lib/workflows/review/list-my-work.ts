import { z } from "zod";
import { EMPTY_QUERY } from "@/lib/board/board-query";
import { assignedWords, type MyWork, type WorkItem } from "@/lib/board/my-work";
import type { PersonName } from "@/lib/claims/claim";
import { excerptOf, mentionedIds } from "@/lib/comments/mentions";
import { listAssignable } from "@/lib/db/assignments";
import { listBoardRows } from "@/lib/db/board";
import { listOpenFlags } from "@/lib/db/flags";
import {
  listAssignedClaims,
  listOpenMentions,
  listReturnedClaims,
  type OpenMention,
  type WaitingClaim,
} from "@/lib/db/my-work";
import { listNames } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, parseInput } from "@/lib/workflows/refusals";
import { listReviewQueue, type ReviewQueueItem } from "./list-review-queue";

/** Rows shown of each list; its count includes the rest. */
const LIST_LENGTH = 50;

/** Everything that awaits the actor, and since when. */
export async function listMyWork(actor: Actor, now = new Date()): Promise<Result<MyWork, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const [led, assigned, returned, mentions, flagged, queue] = await Promise.all([
    listBoardRows(
      { ...EMPTY_QUERY, lead: "me", sort: "due" },
      { actorId: actor.id, now },
      { page: 0, limit: LIST_LENGTH, onlyOpen: true },
    ),
    listAssignedClaims(actor.id, LIST_LENGTH),
    listReturnedClaims(actor.id, LIST_LENGTH),
    listOpenMentions(actor.id, LIST_LENGTH),
    listOpenFlags({ ownerId: actor.id }, { limit: LIST_LENGTH }),
    listReviewQueue(actor),
  ]);
  if (!queue.ok) return queue;
  const names = await listNames(mentions.items.flatMap(({ body }) => mentionedIds(body)));
  const people = Object.entries(names).map(([id, name]) => ({ id, name }));
  return ok({
    led,
    assigned: {
      total: assigned.total,
      items: assigned.items.map((claim) => claimItem(claim, assignedWords[claim.state] ?? "")),
    },
    toReview: {
      total: queue.value.waiting,
      items: queue.value.items
        .filter(({ waitsFor }) => waitsFor !== null)
        .slice(0, LIST_LENGTH)
        .map(reviewItem),
    },
    returned: {
      total: returned.total,
      items: returned.items.map((claim) => claimItem(claim, `returned by ${claim.by}`)),
    },
    flagged: { items: flagged.items, total: flagged.total },
    mentions: { total: mentions.total, items: mentions.items.map((each) => mentionItem(each, people)) },
  });
}

/** People to whom the actor can assign work. */
export async function listPeopleForWork(
  actor: Actor,
  input: z.input<typeof noInput> = {},
): Promise<Result<PersonName[], Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(noInput, input);
  return parsed.ok ? ok(await listAssignable()) : parsed;
}

const noInput = z.strictObject({});

function claimItem({ id, number, statement, article, since, note }: WaitingClaim, words: string): WorkItem {
  return {
    href: `/desk/articles/${article.id}?claim=${id}`,
    title: `${number}. ${statement}`,
    articleTitle: article.title,
    since,
    words,
    note,
  };
}

const invitations = {
  approve: "awaiting your approval",
  vote: "awaiting your vote",
  settle: "disputed, awaiting a decision",
} as const;

function reviewItem({ claim, article, submittedAt, submittedBy, waitsFor }: ReviewQueueItem): WorkItem {
  return {
    href: `/desk/articles/${article.id}?claim=${claim.id}`,
    title: `${claim.number}. ${claim.statement}`,
    articleTitle: article.title,
    since: submittedAt,
    words: `${invitations[waitsFor ?? "approve"]}, submitted by ${submittedBy.name}`,
    note: null,
  };
}

function mentionItem(
  { commentId, body, by, article, claimNumber, since }: OpenMention,
  people: readonly { id: string; name: string }[],
): WorkItem {
  return {
    href: `/desk/articles/${article.id}?comment=${commentId}`,
    title: `${by} mentioned you${claimNumber === null ? "" : ` on claim ${claimNumber}`}`,
    articleTitle: article.title,
    since,
    words: "not answered",
    note: excerptOf(body, people),
  };
}
