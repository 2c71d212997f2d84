import type { ArticleStage } from "@/lib/review/article-transition";

/** Hours without activity after which an article in progress counts as stuck. */
export const IDLE_HOURS = 24;

/** Stages in which work is left to do. */
export const OPEN_STAGES = ["draft", "in_progress", "in_review", "ready"] as const satisfies ArticleStage[];

/** Open stages in which work has begun, and can come to a halt. */
export const BEGUN_STAGES = ["in_progress", "in_review", "ready"] as const satisfies ArticleStage[];

export function isOpen(stage: ArticleStage): boolean {
  return (OPEN_STAGES as readonly ArticleStage[]).includes(stage);
}

export interface Stuck {
  reason: "overdue" | "idle";
  /** ISO 8601 instant: when it was due, or its last activity. */
  since: string;
}

/**
 * Whether an article is stuck: it is open, and either overdue or without activity for a day after work on it began. Every event of the
 * audit log counts as activity, comments too. lib/db/board.ts has the same rule in SQL: change both.
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
