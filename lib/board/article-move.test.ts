import { expect, test } from "vitest";
import type { ArticleStage } from "@/lib/review/article-transition";
import { type MovedArticle, type MoveRights, moveTo } from "./article-move";

type Role = "administrator" | "editor" | "checker";
const rights: Record<Role, MoveRights> = {
  administrator: { publish: null, unpublish: null },
  editor: { publish: null, unpublish: "Only administrators can unpublish articles." },
  checker: {
    publish: "Only editors can publish articles.",
    unpublish: "Only administrators can unpublish articles.",
  },
};

const article = (
  stage: ArticleStage,
  claims: Partial<MovedArticle["claims"]> = {},
  rest: Partial<MovedArticle> = {},
): MovedArticle => ({
  stage,
  claims: { draft: 0, in_review: 0, disputed: 0, approved: 0, excluded: 0, ...claims },
  live: false,
  purpose: "published_text",
  ...rest,
});

const empty = article("draft");
const inProgress = article("in_progress", { draft: 2, in_review: 1, approved: 3 });
const inReview = article("in_review", { in_review: 2, approved: 1 });
const disputed = article("in_review", { disputed: 1, approved: 1 });
const ready = article("ready", { approved: 3 });
const scheduled = article("scheduled", { approved: 3 });
const live = article("published", { approved: 3 }, { live: true });
const reopened = article("in_progress", { draft: 1, approved: 2 }, { live: true });
const manuscript = article("ready", { approved: 3 }, { purpose: "manuscript" });

const table: [string, MovedArticle, ArticleStage, Role, string | RegExp][] = [
  ["a draft", empty, "in_progress", "editor", /no claims to check/],
  ["a draft", empty, "in_review", "editor", /no claims to check/],
  ["a draft", empty, "published", "editor", /no claims to check/],
  ["work in progress", inProgress, "in_review", "checker", "submit"],
  ["work in progress", inProgress, "ready", "editor", /3 claims are not approved/],
  ["work in progress", inProgress, "scheduled", "editor", /3 claims are not approved/],
  ["work in progress", inProgress, "draft", "editor", /only as long as it has no claims/],
  ["claims in review", inReview, "in_progress", "checker", "withdraw"],
  ["claims in review", inReview, "published", "editor", /2 claims are not approved/],
  ["a dispute", disputed, "in_progress", "editor", /A claim is disputed/],
  ["approved claims", ready, "in_progress", "editor", /reopen it/],
  ["approved claims", ready, "in_review", "editor", /reopen it/],
  ["approved claims", ready, "published", "editor", "publish-page"],
  ["approved claims", ready, "scheduled", "editor", "publish-page"],
  ["approved claims", ready, "published", "checker", /Only editors can publish/],
  ["approved claims", ready, "unpublished", "administrator", /Readers can’t see it/],
  ["a schedule", scheduled, "ready", "editor", "unschedule"],
  ["a schedule", scheduled, "ready", "checker", /Only editors can publish/],
  ["a schedule", scheduled, "in_review", "editor", /Move it to “Ready” first/],
  ["a schedule", scheduled, "published", "editor", "publish-page"],
  ["a live article", live, "unpublished", "administrator", "publish-page"],
  ["a live article", live, "unpublished", "editor", /Only administrators can unpublish/],
  ["a live article", live, "scheduled", "editor", /nothing new to publish/],
  ["a live article", live, "ready", "editor", /nothing new to publish/],
  ["a live article with an open claim", reopened, "in_review", "checker", "submit"],
  ["a live article with an open claim", reopened, "published", "editor", /1 claim is not approved/],
  ["a manuscript", manuscript, "published", "editor", /not published to readers/],
];

test.each(table.map(([what, from, to, role, expected]) => ({ what, from, to, role, expected })))(
  "$what to $to, by a person who is $role",
  ({ from, to, role, expected }) => {
    const choice = moveTo(from, to, rights[role]);
    if (typeof expected === "string")
      expect(choice.kind === "move" ? choice.move : choice.kind).toBe(expected);
    else expect(choice).toEqual({ kind: "refused", reason: expect.stringMatching(expected) });
  },
);
