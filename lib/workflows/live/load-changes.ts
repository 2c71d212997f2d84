import { z } from "zod";
import type { Claim } from "@/lib/claims/claim";
import { getVersionNumber } from "@/lib/db/article-versions";
import { type Article, findArticle } from "@/lib/db/articles";
import { listClaimsById, listClaimsOfArticle } from "@/lib/db/claims";
import { listPeopleOfArticle } from "@/lib/db/comments";
import { isUuid } from "@/lib/db/is-uuid";
import { findNewestSeq, listEventsSince } from "@/lib/db/live-events";
import { getPublicationState } from "@/lib/db/read-publication";
import { findSchedule, type ScheduledPublication } from "@/lib/db/scheduled-publications";
import { listNames } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { gatherChanges } from "@/lib/live/gather-changes";
import { type LiveEvent, toldEvent } from "@/lib/live/live-event";
import { type Actor, isGuest } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { claimFor } from "@/lib/policies/claim-for";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.union([
  /** Changes reported by the live stream. */
  z.object({
    articleId: z.string(),
    claimIds: z.array(z.string()).max(500),
    actorIds: z.array(z.string()).max(200),
  }),
  /** Everything after an event. */
  z.object({ articleId: z.string(), since: z.int() }),
]);

export type LoadChangesInput = z.input<typeof inputSchema>;

export interface LoadedChanges {
  /** The requested claims that exist. */
  claims: Claim[];
  /** Requested claims that no longer exist; "others" if `claims` is complete. */
  gone: string[] | "others";
  /** The events after `since`, if it was requested. */
  events: LiveEvent[];
  /** Everything up to this event is included. */
  seq: number | null;
  /** Names by id. */
  people: Record<string, string>;
  article: Article & {
    /** `isOutdated`: the text, the title or the finding was changed since. */
    currentPublication: { number: number; publishedAt: string; isOutdated: boolean } | null;
    plan: ScheduledPublication | null;
  };
  version: { id: string; number: number };
}

/** What a desk page fetches after a live update: the changed claims and the current article. */
export async function loadChanges(
  actor: Actor,
  input: LoadChangesInput,
): Promise<Result<LoadedChanges, Failure>> {
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { articleId } = parsed.value;
  const allowed = asResult(can(actor, "read", "article", { articleId }));
  if (!allowed.ok) return allowed;
  // Before the claims are read: a change in between is reported twice rather than not at all.
  const requested =
    "since" in parsed.value ? await changesSince(parsed.value) : { ...parsed.value, seq: null };
  const article = await findArticle(articleId);
  if (!article) return notFound("article");
  const { claimIds, actorIds, seq } = requested;
  const [claims, people, version, publication, plan] = await Promise.all([
    claimIds ? listClaimsById(article.id, claimIds) : listClaimsOfArticle(article.id),
    namesFor(actor, articleId, actorIds),
    getVersionNumber(article.currentVersionId),
    article.currentPublicationId ? getPublicationState(article.currentPublicationId) : null,
    findSchedule(article.id),
  ]);
  const found = new Set(claims.map(({ id }) => id));
  return ok({
    claims: claims.map((claim) => claimFor(actor, claim)),
    gone: claimIds ? claimIds.filter((id) => !found.has(id)) : "others",
    events: "events" in requested ? requested.events : [],
    seq,
    people,
    article: {
      ...article,
      currentPublication: publication && {
        number: publication.number,
        publishedAt: publication.publishedAt,
        isOutdated: publication.isOutdated,
      },
      plan,
    },
    version: { id: article.currentVersionId, number: version },
  });
}

/** Names by id. A guest gets only people involved with the article. */
async function namesFor(actor: Actor, articleId: string, ids: readonly string[]) {
  if (!isGuest(actor)) return listNames(ids);
  const people = await listPeopleOfArticle(articleId);
  return Object.fromEntries(people.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name]));
}

async function changesSince({ articleId, since }: { articleId: string; since: number }) {
  const newest = await findNewestSeq();
  const events = isUuid(articleId) ? await listEventsSince(since, articleId) : [];
  const seq = Math.max(newest, since);
  if (!events) return { claimIds: null, actorIds: [], events: [], seq };
  return { ...gatherChanges(events), events: events.map(toldEvent), seq };
}
