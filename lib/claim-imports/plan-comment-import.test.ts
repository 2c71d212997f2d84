import { describe, expect, test } from "vitest";
import { defaultScale } from "@/lib/ratings/default-scale";
import { type PlannedComment, planCommentImport } from "./plan-comment-import";
import type { WordComment } from "./word-comment";

const TEXT = "Taxes rose. Prices fell by half. Prices fell again.";
const claims = [
  { id: "a", number: 7, statement: "Taxes rose.", start: 0, end: 11 },
  { id: "b", number: 8, statement: "Taxes.", start: 0, end: 5 },
];

const quotes = (...exact: string[]) => exact.map((each) => ({ exact: each, prefix: "", suffix: "" }));
const comment = (row: number, more: Partial<WordComment> = {}): WordComment => ({
  row,
  parent: null,
  author: "Bo",
  at: "2026-02-03T10:00:00Z",
  text: `Comment ${row}`,
  ownClaim: null,
  quotes: [],
  ...more,
});

const plan = (comments: WordComment[], imported = new Set<string>()) =>
  planCommentImport(comments, { text: TEXT, claims, ratings: defaultScale.ratings }, imported);
const aboutOf = ({ target }: PlannedComment) =>
  target.on === "claim" ? target.number : target.on === "passage" ? target.exact : target.quote;

describe("what a comment is about", () => {
  test.each([
    ["the words of a claim", quotes("Taxes rose"), 7],
    ["the shortest claim around them", quotes("Taxes"), 8],
    ["a claim and its full stop", quotes("Taxes rose."), 7],
    ["other words", quotes("fell by half"), "fell by half"],
    ["words that the file changed", quotes("fell by half", "dropped by half"), "fell by half"],
    ["words that were changed here as the file does", quotes("sank again", "fell again"), "fell again"],
    ["words that are not clear", quotes("Prices fell"), "Prices fell"],
    ["words that are gone", quotes("Nothing of this"), "Nothing of this"],
    ["nothing", [], null],
  ])("%s", (_, quoted, about) => {
    const [row] = plan([comment(0, { quotes: quoted })]);
    expect(row && aboutOf(row)).toBe(about);
  });

  test("an answer to our own comment is about its claim; ours is left out, and so are blank ones", () => {
    const rows = plan([
      comment(0, { ownClaim: 7, quotes: quotes("gone") }),
      comment(1, { parent: 0 }),
      comment(2, { parent: 1 }),
      comment(3, { text: "" }),
    ]);
    expect(rows.map((row) => [row.row, row.thread, aboutOf(row)])).toEqual([
      [1, 0, 7],
      [2, 0, 7],
    ]);
  });

  test("answers in a circle, or to nothing, still have a thread", () => {
    expect(
      plan([comment(0, { parent: 1 }), comment(1, { parent: 0 }), comment(2, { parent: 9 })]),
    ).toHaveLength(3);
  });
});

test.each([
  ["Mostly true", "mostly-true"],
  ["I think:\nFalse", "false"],
  ["This is not false at all.", null],
])("%j suggests %s", (text, rating) => {
  expect(plan([comment(0, { text })])[0]?.suggests).toBe(rating);
});

test("what was imported before is known", () => {
  const [row] = plan([comment(0)]);
  expect(plan([comment(0), comment(1)], new Set([row?.commentKey ?? ""])).map(({ known }) => known)).toEqual([
    true,
    false,
  ]);
});
