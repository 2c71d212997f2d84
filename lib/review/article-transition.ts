import { type ClaimState, isSigned } from "@/lib/claims/claim";
import { err, ok, type Result } from "@/lib/result";
import type { ArticleStatus } from "./article-status";
import type { Blocker } from "./publication-readiness";

/** The stages of an article as people see them: derived from its status and its claims. */
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

/** The stored state of an article. */
export interface ArticleState {
  status: ArticleStatus;
  /** When it will be published automatically, an ISO 8601 instant; a published article can have its next publication scheduled. */
  scheduledFor: string | null;
}

export type ArticleEvent =
  /** `blockers` come from publicationReadiness. */
  | { action: "publish"; blockers: readonly Blocker[] }
  | { action: "schedule"; blockers: readonly Blocker[]; at: string; now: string }
  | { action: "unschedule" }
  | { action: "unpublish"; reason: string | null };

export const ARTICLE_ACTIONS = ["publish", "schedule", "unschedule", "unpublish"] as const;
export type ArticleActionName = (typeof ARTICLE_ACTIONS)[number];

/**
 * The state machine of an article: draft → published → unpublished → published … Publication can be scheduled, and rescheduled, in each
 * of them; the current publication stays until it is replaced. Permissions are checked elsewhere, by lib/policies.
 * @returns the new state, or a message for the person
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
        return err({ message: "This is not a valid time. Enter a date and a time." });
      if (Date.parse(event.at) <= Date.parse(event.now))
        return err({ message: "This time is in the past. Choose a later one, or publish now." });
      return ok({ ...article, scheduledFor: event.at });
    }
    case "unschedule":
      return article.scheduledFor === null
        ? err({ message: "No publication is scheduled." })
        : ok({ ...article, scheduledFor: null });
    case "unpublish":
      if (article.status !== "published")
        return err({ message: "This article is not published, so it can't be unpublished." });
      if (!event.reason?.trim())
        return err({ message: "Enter a reason. Readers who open the article's address will see it." });
      return ok({ status: "unpublished", scheduledFor: null });
  }
}

/** The stage of an article. @param article `ready`: nothing blocks its publication */
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
