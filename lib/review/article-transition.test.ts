import { describe, expect, test } from "vitest";
import type { ClaimState } from "@/lib/claims/claim";
import {
  ARTICLE_ACTIONS,
  type ArticleActionName,
  type ArticleEvent,
  type ArticleStage,
  type ArticleState,
  articleStage,
  articleTransition,
} from "./article-transition";

const NOW = "2026-05-01T10:00:00Z";
const LATER = "2026-05-01T12:00:00Z";

/** Complete events, one per action. */
const events: Record<ArticleActionName, ArticleEvent> = {
  publish: { action: "publish", blockers: [] },
  schedule: { action: "schedule", blockers: [], at: LATER, now: NOW },
  unschedule: { action: "unschedule" },
  unpublish: { action: "unpublish", reason: "The publisher withdrew the article." },
};

/** The status after each event, with "+" while a publication is scheduled; "-" if it is refused. */
const table: Record<string, Record<ArticleActionName, string>> = {
  draft: { publish: "published", schedule: "draft+", unschedule: "-", unpublish: "-" },
  "draft+": { publish: "published", schedule: "draft+", unschedule: "draft", unpublish: "-" },
  published: { publish: "published", schedule: "published+", unschedule: "-", unpublish: "unpublished" },
  "published+": {
    publish: "published",
    schedule: "published+",
    unschedule: "published",
    unpublish: "unpublished",
  },
  unpublished: { publish: "published", schedule: "unpublished+", unschedule: "-", unpublish: "-" },
  "unpublished+": {
    publish: "published",
    schedule: "unpublished+",
    unschedule: "unpublished",
    unpublish: "-",
  },
};

describe("every event in every state", () => {
  for (const status of ["draft", "published", "unpublished"] as const)
    for (const scheduledFor of [null, LATER])
      for (const action of ARTICLE_ACTIONS) {
        const name = `${status}${scheduledFor ? "+" : ""}`;
        test(`${action} in ${name} → ${table[name]?.[action]}`, () => {
          const result = articleTransition({ status, scheduledFor }, events[action]);
          const to = result.ok && `${result.value.status}${result.value.scheduledFor ? "+" : ""}`;
          expect(to || "-").toBe(table[name]?.[action]);
        });
      }
});

describe("refusals", () => {
  const blockers = [{ claimId: "c", message: "Claim 1 is a draft." }];
  test.each<[string, ArticleState, ArticleEvent, RegExp]>([
    [
      "publish",
      { status: "draft", scheduledFor: null },
      { action: "publish", blockers },
      /Claim 1 is a draft/,
    ],
    [
      "schedule with a draft",
      { status: "draft", scheduledFor: null },
      { action: "schedule", blockers, at: LATER, now: NOW },
      /Claim 1 is a draft/,
    ],
    [
      "schedule for a time in the past",
      { status: "draft", scheduledFor: null },
      { action: "schedule", blockers: [], at: NOW, now: NOW },
      /in the past/,
    ],
    [
      "schedule for an invalid time",
      { status: "draft", scheduledFor: null },
      { action: "schedule", blockers: [], at: "soon", now: NOW },
      /Enter a date/,
    ],
    [
      "unpublish without a reason",
      { status: "published", scheduledFor: null },
      { action: "unpublish", reason: null },
      /Enter a reason/,
    ],
    [
      "unpublish with an empty reason",
      { status: "published", scheduledFor: null },
      { action: "unpublish", reason: "  " },
      /Enter a reason/,
    ],
    [
      "unpublish what is not published",
      { status: "unpublished", scheduledFor: null },
      { action: "unpublish", reason: "It was wrong." },
      /not published/,
    ],
    [
      "unschedule what is not scheduled",
      { status: "draft", scheduledFor: null },
      { action: "unschedule" },
      /No publication is scheduled/,
    ],
  ])("%s", (_, article, event, message) => {
    const result = articleTransition(article, event);
    expect(result.ok ? "" : result.error.message).toMatch(message);
  });
});

test("a publication is scheduled for the time chosen, and can be rescheduled", () => {
  const article = { status: "published", scheduledFor: "2026-05-02T09:00:00Z" } as const;
  expect(articleTransition(article, events.schedule)).toMatchObject({ value: { scheduledFor: LATER } });
});

describe("the stage of an article", () => {
  const claim = (state: ClaimState, excluded = false) => ({ state, excluded });
  test.each<[ArticleStage, Partial<ArticleState & { ready: boolean }>, ReturnType<typeof claim>[]]>([
    ["draft", {}, []],
    ["draft", {}, [claim("draft", true), claim("retired")]],
    ["in_progress", {}, [claim("draft"), claim("approved")]],
    ["in_review", {}, [claim("in_review"), claim("approved")]],
    ["in_review", {}, [claim("disputed")]],
    ["ready", { ready: true }, [claim("approved")]],
    ["scheduled", { ready: true, scheduledFor: LATER }, [claim("approved")]],
    ["published", { ready: true, status: "published" }, [claim("published")]],
    ["ready", { ready: true, status: "published" }, [claim("published"), claim("approved")]],
    ["in_progress", { status: "published" }, [claim("published"), claim("draft")]],
    ["unpublished", { ready: true, status: "unpublished" }, [claim("approved")]],
    ["in_progress", { status: "unpublished" }, [claim("draft")]],
    ["unpublished", { status: "unpublished" }, [claim("approved"), claim("draft", true), claim("retired")]],
    ["unpublished", { status: "unpublished" }, [claim("published")]],
    ["in_review", { status: "unpublished" }, [claim("approved"), claim("in_review")]],
    ["published", { status: "published" }, [claim("published"), claim("draft", true), claim("retired")]],
    ["in_review", { status: "published" }, [claim("published"), claim("approved")]],
    ["in_review", { ready: false }, [claim("approved")]],
    ["in_progress", {}, [claim("in_review"), claim("draft")]],
    ["scheduled", { status: "published", scheduledFor: LATER }, [claim("published")]],
  ])("%s", (stage, overrides, claims) => {
    const article = { status: "draft" as const, scheduledFor: null, ready: false, ...overrides };
    expect(articleStage(article, claims)).toBe(stage);
  });
});
