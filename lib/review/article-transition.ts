import { type ClaimState, isSigned } from "@/lib/claims/claim";
import { err, ok, type Result } from "@/lib/result";
import type { ArticleStatus } from "./article-status";
import type { Blocker } from "./publication-readiness";

/** Where an article stands, as people see it: its status, and what follows from its claims. */
export const ARTICLE_STAGES = [
  "draft",
  "in_progress",
  "in_review",
  "ready",
  "scheduled",
  "published",
  "unpublished",
] as const;
export type ArticleStage = (typeof ARTICLE_STAGES)[number];

/** What the state machine of an article looks at. */
export interface ArticleState {
  status: ArticleStatus;
  /** When it is to be published by itself, an ISO 8601 instant; a published article may have its next publication scheduled. */
  scheduledFor: string | null;
}

export type ArticleEvent =
  /** `blockers`: what publicationReadiness says stands in the way. */
  | { action: "publish"; blockers: readonly Blocker[] }
  | { action: "schedule"; blockers: readonly Blocker[]; at: string; now: string }
  | { action: "unschedule" }
  | { action: "unpublish"; reason: string | null };

export const ARTICLE_ACTIONS = ["publish", "schedule", "unschedule", "unpublish"] as const;
export type ArticleActionName = (typeof ARTICLE_ACTIONS)[number];

/**
 * The way of an article: draft → published → unpublished, and again. Publication may be scheduled from each of them, and
 * scheduled anew; what is published by then stays until it is replaced. A pure function; who may do it is asked in lib/policies.
 */
export function articleTransition(
  article: ArticleState,
  event: ArticleEvent,
): Result<ArticleState, { message: string }> {
  switch (event.action) {
    case "publish": {
      const [blocker] = event.blockers;
      return blocker ? err({ message: blocker.message }) : ok({ status: "published", scheduledFor: null });
    }
    case "schedule": {
      const [blocker] = event.blockers;
      if (blocker) return err({ message: blocker.message });
      if (Number.isNaN(Date.parse(event.at)))
        return err({ message: "This is not a time. Give a day and a time of day." });
      if (Date.parse(event.at) <= Date.parse(event.now))
        return err({ message: "This time is over. Choose one that lies ahead, or publish now." });
      return ok({ ...article, scheduledFor: event.at });
    }
    case "unschedule":
      return article.scheduledFor === null
        ? err({ message: "No publication is scheduled." })
        : ok({ ...article, scheduledFor: null });
    case "unpublish":
      if (article.status !== "published")
        return err({ message: "This article is not published: there is nothing to take back." });
      if (!event.reason?.trim())
        return err({ message: "Say why it is unpublished. Readers who come to its address are told so." });
      return ok({ status: "unpublished", scheduledFor: null });
  }
}

/** Where an article stands: derived from what is stored, its claims, and whether anything stands in the way of publishing it. */
export function articleStage(
  article: ArticleState & { ready: boolean },
  claims: readonly { state: ClaimState; excluded: boolean }[],
): ArticleStage {
  if (article.scheduledFor !== null) return "scheduled";
  const shown = claims.filter((claim) => claim.state !== "retired" && !claim.excluded);
  if (article.status === "published" && shown.every((claim) => claim.state === "published"))
    return "published";
  if (article.status === "unpublished" && shown.every(isSigned)) return "unpublished";
  if (article.ready) return "ready";
  if (shown.length === 0) return "draft";
  return shown.every((claim) => claim.state !== "draft") ? "in_review" : "in_progress";
}
