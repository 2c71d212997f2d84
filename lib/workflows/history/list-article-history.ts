import type { PersonName } from "@/lib/claims/claim";
import { type Article, findArticle } from "@/lib/db/articles";
import { type EventFilter, findNewestEventId, listAuditEvents, listEventActors } from "@/lib/db/audit-events";
import { listClaimNames } from "@/lib/db/claims";
import type { Failure } from "@/lib/failure";
import type { EventKind } from "@/lib/history/event-kinds";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound } from "@/lib/workflows/refusals";
import { loadHistoryContext } from "./load-history-context";
import {
  EVENTS_PER_PAGE,
  filterInput,
  type HistoryFilterInput,
  type TimelineEvent,
  timelineEvent,
} from "./timeline";

export interface ArticleHistory {
  article: Pick<Article, "id" | "title" | "language" | "slug">;
  events: TimelineEvent[];
  total: number;
  /** The newest event of this article, regardless of the filter; "0" for none. */
  newest: string;
  /** Everyone who changed this article. */
  people: PersonName[];
  /** The claims of the article, by number, including deleted ones. */
  claims: { id: string; number: number; statement: string; deleted: boolean }[];
  filter: { person: string | null; kind: EventKind | null; claim: number | null };
  page: number;
}

/** The events of an article and its claims, newest first. */
export async function listArticleHistory(
  actor: Actor,
  input: HistoryFilterInput & { articleId: string },
): Promise<Result<ArticleHistory, Failure>> {
  const allowed = asResult(can(actor, "read-history", "article"));
  if (!allowed.ok) return allowed;
  const article = await findArticle(input.articleId);
  if (!article) return notFound("article");
  const { page, ...selected } = filterInput.parse(input);
  const claims = await listClaimNames(article.id);
  const claim = selected.claim === null ? null : claims.find(({ number }) => number === selected.claim);
  const filter: EventFilter = {
    articleId: article.id,
    actorId: selected.person ?? undefined,
    kind: selected.kind ?? undefined,
    ...(claim ? { target: { type: "claim", id: claim.id } } : {}),
  };
  const [{ events, total }, latest, people] = await Promise.all([
    listAuditEvents(filter, EVENTS_PER_PAGE, (page - 1) * EVENTS_PER_PAGE),
    findNewestEventId({ articleId: article.id }),
    listEventActors({ articleId: article.id }),
  ]);
  const words = await loadHistoryContext(events, article.scaleId, actor);
  const { id, title, language, slug } = article;
  return ok({
    article: { id, title, language, slug },
    events: events.map((event) => timelineEvent(event, words)),
    total,
    newest: latest ?? "0",
    people,
    claims,
    filter: { ...selected, claim: claim?.number ?? null },
    page,
  });
}
