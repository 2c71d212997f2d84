import { z } from "zod";
import type { PersonName } from "@/lib/claims/claim";
import { findArticle, findArticles } from "@/lib/db/articles";
import { listEventPage } from "@/lib/db/audit-events";
import { listMentionable } from "@/lib/db/comments";
import type { Failure } from "@/lib/failure";
import {
  ACTIVITY_KIND_NAMES,
  ACTIVITY_KINDS,
  type Activity,
  type ActivityKind,
} from "@/lib/history/activity";
import { describeAction } from "@/lib/history/describe-action";
import { claimIdOf, type HistoryContext, type HistoryEvent } from "@/lib/history/history-event";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";
import { loadHistoryContext } from "./load-history-context";

/** The most rows on a page. */
const PAGE_LENGTH = 50;

const inputSchema = z.object({
  /** Missing or invalid means everyone. */
  personId: z.uuid().optional().catch(undefined),
  articleId: z.string().optional(),
  /** Missing or unknown means all kinds. */
  kind: z
    .string()
    .optional()
    .transform((name) => ACTIVITY_KIND_NAMES.find((known) => known === name)),
  cursor: z.string().optional(),
  limit: z.int().min(1).max(PAGE_LENGTH).default(PAGE_LENGTH),
});

/** Actions that concern only the person who did them. */
const PRIVATE = ["user.set-notifications", "user.set-shortcuts", "user.set-dates", "user.turn-mail-off"];

export interface ActivityPage {
  items: Activity[];
  nextCursor: string | null;
  /** The article that the feed is filtered by. */
  article: { id: string; title: string } | null;
  /** People and kinds to filter by. */
  people: PersonName[];
  kinds: ActivityKind[];
}

/** Recent actions on the desk, newest first. */
export async function listActivity(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<ActivityPage, Failure>> {
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const { personId, articleId, kind, cursor, limit } = parsed.value;
  const article = articleId ? await findArticle(articleId) : null;
  if (articleId && !article) return notFound("article");
  // Roles and invitations are shown only to people who can list people.
  const kinds = ACTIVITY_KIND_NAMES.filter(
    (name) => name !== "people" || can(actor, "list", "person").allowed,
  );
  const shown = kind && kinds.includes(kind) ? [kind] : kinds;
  const filter = {
    actorId: personId,
    articleId,
    targetTypes: shown.flatMap((name) => [...ACTIVITY_KINDS[name].targetTypes]),
  };
  const [{ events, nextCursor }, people] = await Promise.all([
    listEventPage(filter, { limit, cursor, without: PRIVATE }),
    listMentionable(article?.id ?? null),
  ]);
  return ok({
    items: await toActivities(events, actor),
    nextCursor,
    article: article && { id: article.id, title: article.title },
    people,
    kinds,
  });
}

async function toActivities(events: readonly HistoryEvent[], reader: Actor): Promise<Activity[]> {
  const articles = await findArticles(events.flatMap(({ articleId }) => articleId ?? []));
  const scaleOf = ({ articleId }: HistoryEvent) => articles.get(articleId ?? "")?.scaleId ?? null;
  // Articles can have different scales, with different rating labels.
  const words = new Map<string | null, HistoryContext>();
  for (const scaleId of new Set(events.map(scaleOf))) {
    const ofScale = events.filter((event) => scaleOf(event) === scaleId);
    words.set(scaleId, await loadHistoryContext(ofScale, scaleId, reader));
  }
  return events.map((event) => {
    const article = articles.get(event.articleId ?? "");
    return {
      id: event.id,
      at: event.at,
      actor: event.actor,
      article: article ? { id: article.id, title: article.title } : null,
      did: describeAction(event, words.get(scaleOf(event)) as HistoryContext),
      href: hrefOf(event),
    };
  });
}

function hrefOf(event: HistoryEvent): string | null {
  const { targetType, targetId, articleId } = event;
  if (targetType === "claimant") return `/desk/claimants/${targetId}`;
  if (targetType === "source") return `/desk/sources/${targetId}`;
  if (!articleId) return null;
  const articleHref = `/desk/articles/${articleId}`;
  if (targetType === "comment") return `${articleHref}?comment=${targetId}`;
  const claimId = claimIdOf(event);
  return claimId ? `${articleHref}?claim=${claimId}` : articleHref;
}
