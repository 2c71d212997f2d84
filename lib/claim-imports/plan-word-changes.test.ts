import { expect, test } from "vitest";
import { planWordChanges } from "./plan-word-changes";

const TEXT = "Taxes fell by half. Prices fell too.\nIt was a record.\nEnd.";

function change(before: string, after: string, prefix = "", suffix = "") {
  return { author: "Bo", at: null, before, after, prefix, suffix };
}

/** What each change replaces, or why it replaces nothing. */
const plan = (...changes: ReturnType<typeof change>[]) =>
  planWordChanges(changes, TEXT).map(({ target }) =>
    target.kind === "placed" ? [target.start, TEXT.slice(target.start, target.end)] : target.kind,
  );

test.each<[string, ReturnType<typeof change>, unknown]>([
  ["words that occur once", change("half.", "a third."), [14, "half."]],
  ["words with their context", change("fell", "rose", "Prices ", " too."), [27, "fell"]],
  ["words and the space after them", change("Prices ", "Most prices "), [20, "Prices "]],
  ["words that occur twice", change("fell", "rose"), "unclear"],
  ["words that are gone", change("halved", "fell"), "unclear"],
  ["what is done already", change("sank", "was a record", "It ", "."), "done"],
  ["an added paragraph", change("", "A new one."), "unclear"],
  ["a removed paragraph", change("End.", ""), "unclear"],
  ["a removed word", change("too.", "", "fell "), [32, "too."]],
  ["a changed paragraph", change("End.", "The end."), [54, "End."]],
  ["a line break", change("record.", "record.\nReally."), "unclear"],
])("%s", (_, each, expected) => {
  expect(plan(each)).toEqual([expected]);
});

test("two changes never get the same words", () => {
  expect(plan(change("by half.", "by a third."), change("half.", "a quarter."))).toEqual([
    [11, "by half."],
    "unclear",
  ]);
});
