import { expect, test } from "vitest";
import type { ArticleStage } from "@/lib/review/article-transition";
import { stuckOf } from "./stuck";

const now = new Date("2026-11-25T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

test.each<[string, ArticleStage, string | null, string, string | null]>([
  ["worked on today", "in_progress", null, ago(1), null],
  ["no activity for a day", "in_progress", null, ago(24), "idle"],
  ["no activity for almost a day", "in_review", null, ago(23.9), null],
  ["ready, but not published", "ready", null, ago(30), "idle"],
  ["not begun", "draft", null, ago(300), null],
  ["not begun, and overdue", "draft", ago(1), ago(300), "overdue"],
  ["overdue, though worked on", "in_review", ago(1), ago(0), "overdue"],
  ["due at this moment", "in_review", ago(0), ago(0), null],
  ["due later", "in_review", ago(-1), ago(0), null],
  ["scheduled", "scheduled", ago(2), ago(300), null],
  ["published late", "published", ago(2), ago(300), null],
  ["unpublished", "unpublished", ago(2), ago(300), null],
])("%s", (_, stage, dueAt, activeAt, reason) => {
  const stuck = stuckOf({ stage, dueAt, activeAt }, now);
  expect(stuck?.reason ?? null).toBe(reason);
  if (stuck) expect(stuck.since).toBe(reason === "overdue" ? dueAt : activeAt);
});
