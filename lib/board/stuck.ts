import type { ArticleStage } from "@/lib/review/article-transition";

/** Hours without anything done after which an article that was begun counts as stuck. */
export const IDLE_HOURS = 24;

/** Stages in which somebody still has to do something. What is scheduled, published or taken back is done. */
export const OPEN_STAGES = ["draft", "in_progress", "in_review", "ready"] as const satisfies ArticleStage[];

/** Open stages in which work was begun: in them it can come to a stop. */
export const BEGUN_STAGES = ["in_progress", "in_review", "ready"] as const satisfies ArticleStage[];

export function isOpen(stage: ArticleStage): boolean {
  return (OPEN_STAGES as readonly ArticleStage[]).includes(stage);
}

/** Why an article is stuck, and since when. */
export interface Stuck {
  reason: "overdue" | "idle";
  /** ISO 8601 instant: when it was due, or when something was last done with it. */
  since: string;
}

/**
 * Whether an article is stuck: it is not done, and it is overdue, or it was begun and nobody has done anything with it for a day. Anything
 * that the log tells of counts as done with it, a comment too. lib/db/board.ts asks Postgres the same.
 */
export function stuckOf(
  { stage, dueAt, activeAt }: { stage: ArticleStage; dueAt: string | null; activeAt: string },
  now: Date,
): Stuck | null {
  if (!isOpen(stage)) return null;
  if (dueAt !== null && Date.parse(dueAt) < now.getTime()) return { reason: "overdue", since: dueAt };
  const isBegun = (BEGUN_STAGES as readonly ArticleStage[]).includes(stage);
  const idle = now.getTime() - Date.parse(activeAt) >= IDLE_HOURS * 3_600_000;
  return isBegun && idle ? { reason: "idle", since: activeAt } : null;
}
