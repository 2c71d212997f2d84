import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import { mentionedIds } from "@/lib/comments/mentions";
import { type Article, findArticle } from "@/lib/db/articles";
import { type EventFilter, listAuditEvents, listClaimNumbers, listEventActors } from "@/lib/db/audit-events";
import { findClaim, listClaimNames } from "@/lib/db/claims";
import { getScale } from "@/lib/db/scales";
import { findSource } from "@/lib/db/sources";
import { listNames } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import { type DescribedEvent, describeEvent } from "@/lib/history/describe-event";
import { EVENT_KINDS, type EventKind } from "@/lib/history/event-kinds";
import { claimIdOf, type HistoryContext, type HistoryEvent } from "@/lib/history/history-event";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";

/** How many events a page of a timeline shows. */
export const EVENTS_A_PAGE = 50;

const filterInput = z.object({
  person: z.uuid().nullable().catch(null).default(null),
  kind: z.enum(EVENT_KINDS).nullable().catch(null).default(null),
  /** Number of a claim inside its article. */
  claim: z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});

export type HistoryFilterInput = z.input<typeof filterInput>;

/** An event of a timeline, in words. */
export interface TimelineEvent extends DescribedEvent {
  id: string;
  /** ISO 8601 instant. */
  at: string;
  /** The claim that it is about. */
  claimId: string | null;
  /** Versions of the text that it led from and to. */
  versions: { from: number; to: number } | null;
}

export interface ArticleHistory {
  article: Pick<Article, "id" | "title" | "language" | "slug">;
  events: TimelineEvent[];
  total: number;
  /** The newest event of this article, whatever is asked for; "0" for none. */
  newest: string;
  /** Everybody who did something to this article. */
  people: PersonName[];
  /** The claims of the article, by number; deleted ones too. */
  claims: { id: string; number: number; statement: string; deleted: boolean }[];
  filter: { person: string | null; kind: EventKind | null; claim: number | null };
  page: number;
}

/** What happened to an article and its claims, the newest first. */
export async function listArticleHistory(
  actor: Actor,
  given: HistoryFilterInput & { articleId: string },
): Promise<Result<ArticleHistory, Failure>> {
  const allowed = asResult(can(actor, "read-history", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(given.articleId);
  if (!article) return notFound("article");
  const { page, ...filter } = filterInput.parse(given);
  const claims = await listClaimNames(article.id);
  const claim = filter.claim === null ? null : claims.find(({ number }) => number === filter.claim);
  const asked: EventFilter = {
    articleId: article.id,
    actorId: filter.person ?? undefined,
    kind: filter.kind ?? undefined,
    ...(claim ? { target: { type: "claim", id: claim.id } } : {}),
  };
  const [{ events, total }, latest, people] = await Promise.all([
    listAuditEvents(asked, EVENTS_A_PAGE, (page - 1) * EVENTS_A_PAGE),
    listAuditEvents({ articleId: article.id }, 1),
    listEventActors({ articleId: article.id }),
  ]);
  const words = await wordsFor(events, article.scaleId);
  const { id, title, language, slug } = article;
  return ok({
    article: { id, title, language, slug },
    events: events.map((event) => timelineEvent(event, words)),
    total,
    newest: latest.events[0]?.id ?? "0",
    people,
    claims,
    filter: { ...filter, claim: claim?.number ?? null },
    page,
  });
}

/** What happened to a source, the newest first. */
export async function listSourceHistory(
  actor: Actor,
  given: Pick<HistoryFilterInput, "page"> & { sourceId: string },
): Promise<Result<{ events: TimelineEvent[]; total: number; newest: string; page: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const source = await findSource(undefined, given.sourceId);
  if (!source) return notFound("source");
  return ok(await pageOf({ target: { type: "source", id: source.id } }, given));
}

/** What happened to the desk's settings and rating scales, the newest first. */
export async function listSettingHistory(
  actor: Actor,
  given: Pick<HistoryFilterInput, "page">,
): Promise<Result<{ events: TimelineEvent[]; total: number; newest: string; page: number }, Failure>> {
  const allowed = asResult(can(actor, "read", "setting"));
  return allowed.ok ? ok(await pageOf({ targetTypes: ["setting", "scale"] }, given)) : allowed;
}

/** A page of a timeline that knows no article. */
async function pageOf(asked: EventFilter, given: Pick<HistoryFilterInput, "page">) {
  const { page } = filterInput.parse({ page: given.page });
  const [{ events, total }, latest] = await Promise.all([
    listAuditEvents(asked, EVENTS_A_PAGE, (page - 1) * EVENTS_A_PAGE),
    listAuditEvents(asked, 1),
  ]);
  const words = await wordsFor(events, null);
  return {
    events: events.map((event) => timelineEvent(event, words)),
    total,
    newest: latest.events[0]?.id ?? "0",
    page,
  };
}

/** How many changes the card of a claim shows. */
const OF_A_CLAIM = 100;

/** A change of a claim. `rated`: it gave the claim a verdict. */
export type ClaimChange = TimelineEvent & { actor: PersonName | null; rated: boolean };

/** The changes of a claim's content and place, the newest first. Its review has a list of its own. */
export async function listClaimChanges(claimId: string): Promise<ClaimChange[]> {
  const claim = await findClaim(claimId);
  const article = claim && (await findArticle(claim.articleId));
  if (!article) return [];
  const { events } = await listAuditEvents(
    { target: { type: "claim", id: claimId }, kind: "claims" },
    OF_A_CLAIM,
  );
  const words = await wordsFor(events, article.scaleId);
  return events.map((event) => {
    const { actor, from, to } = event;
    const rated = from !== null && to?.verdict !== null && to?.verdict !== undefined;
    return { ...timelineEvent(event, words), actor, rated: rated && event.action !== "claim.split" };
  });
}

function timelineEvent(event: HistoryEvent, words: HistoryContext): TimelineEvent {
  const { id, at, targetType, targetId, from, to } = event;
  return {
    id,
    at,
    claimId: targetType === "claim" ? targetId : null,
    versions:
      typeof from?.version === "number" && typeof to?.version === "number"
        ? { from: from.version, to: to.version }
        : null,
    ...describeEvent(event, words),
  };
}

/** What the words for some events need to know. @param scaleId the scale of the ratings that they name */
export async function wordsFor(
  events: readonly HistoryEvent[],
  scaleId: string | null,
): Promise<HistoryContext> {
  const ids = events.flatMap((event) => {
    const { from, to } = event;
    const corrected = Array.isArray(to?.corrections) ? (to.corrections as { claimId?: unknown }[]) : [];
    return [
      claimIdOf(event),
      from?.claimId,
      from?.mergedClaimId,
      ...corrected.map(({ claimId }) => claimId),
    ].filter((each): each is string => typeof each === "string");
  });
  const bodies = events.flatMap(({ from, to }) => [from?.body, to?.body]);
  const mentioned = bodies.flatMap((body) => (typeof body === "string" ? mentionedIds(body) : []));
  const [numbers, scale, names] = await Promise.all([
    listClaimNumbers([...new Set(ids)]),
    scaleId === null ? null : getScale(scaleId),
    listNames([...new Set(mentioned)]),
  ]);
  const labels = new Map(scale?.ratings.map(({ key, label }) => [key, label]));
  return {
    claimNumber: (claimId) => numbers.get(claimId) ?? null,
    ratingLabel: (key) => labels.get(key) ?? key,
    people: Object.entries(names).map(([id, name]) => ({ id, name })),
  };
}
