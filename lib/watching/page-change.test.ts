import { expect, test } from "vitest";
import { changeForClaim, type ExcerptThen, isSamePage } from "./page-change";

test.each([
  ["nothing", "Exports rose.\nThen fell.", "Exports rose.\nThen fell.", true],
  ["white space", "Exports  rose.\n\nThen\u00a0fell. ", "Exports rose.\nThen fell.", true],
  ["the form of its letters", "Zu\u0308rich", "Zürich", true],
  ["a word", "Exports rose.", "Exports fell.", false],
  ["a figure", "240 billion", "204 billion", false],
  ["a paragraph", "Exports rose.", "Exports rose.\nCorrection: they fell.", false],
  ["everything", "Exports rose.", "", false],
])("a page that changed %s", (_, before, now, same) => {
  expect(isSamePage(before, now)).toBe(same);
});

const excerpt = (text: string, before: ExcerptThen["before"], now: ExcerptThen["now"]) => ({
  text,
  before,
  now,
});

test.each<[string, ExcerptThen[], ReturnType<typeof changeForClaim>]>([
  ["no excerpt", [], { kind: "page_changed", lost: [] }],
  ["it is still there", [excerpt("a", "found", "found")], { kind: "page_changed", lost: [] }],
  ["it is gone", [excerpt("a", "found", "missing")], { kind: "excerpt_gone", lost: ["a"] }],
  ["its words changed", [excerpt("a", "found", "differs")], { kind: "excerpt_gone", lost: ["a"] }],
  ["it was close, and is gone", [excerpt("a", "differs", "missing")], { kind: "excerpt_gone", lost: ["a"] }],
  ["it never was there", [excerpt("a", "missing", "missing")], { kind: "page_changed", lost: [] }],
  ["it is back", [excerpt("a", "missing", "found")], { kind: "page_changed", lost: [] }],
  [
    "one of two",
    [excerpt("a", "found", "found"), excerpt("b", "found", "missing")],
    { kind: "excerpt_gone", lost: ["b"] },
  ],
])("an excerpt: %s", (_, excerpts, expected) => {
  expect(changeForClaim(excerpts)).toEqual(expected);
});

test.each<[string, ExcerptThen["before"], ExcerptThen["now"], string[]]>([
  ["it is still gone", "missing", "missing", ["a"]],
  ["it is back", "missing", "found", []],
])("an excerpt that an earlier change took away: %s", (_, before, now, lost) => {
  expect(changeForClaim([excerpt("a", before, now)], ["a"]).lost).toEqual(lost);
});
