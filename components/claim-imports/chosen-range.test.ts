import { expect, test } from "vitest";
import type { PlannedPlace } from "@/lib/claim-imports/plan-claim-import";
import { chosenRange, wordsFinder } from "./chosen-range";

const find = wordsFinder("Trade rose. Trade fell.");
const passage = (start: number, end: number) => ({
  start,
  end,
  exact: "",
  prefix: "",
  suffix: "",
  score: null,
});
const placed: PlannedPlace = { kind: "placed", passage: passage(0, 5) };
const choose: PlannedPlace = { kind: "choose", why: "repeated", passages: [passage(0, 5), passage(12, 17)] };

test.each<[string, PlannedPlace, number | "own" | undefined, string, number | null]>([
  ["a placed claim", placed, undefined, "", 0],
  ["nothing chosen", choose, undefined, "", null],
  ["the second passage", choose, 1, "", 12],
  ["a passage that is not in the list", choose, 7, "", null],
  ["entered words", { kind: "not-found" }, "own", " fell ", 18],
  ["entered words that occur twice", choose, "own", "Trade", null],
  ["entered words that don't occur", choose, "own", "Tax", null],
  ["entered words, but a passage chosen", choose, 0, "fell", 0],
])("%s", (_, place, chosen, words, start) => {
  const passages: Record<string, number | "own"> = chosen === undefined ? {} : { 3: chosen };
  expect(chosenRange({ row: 3, place }, { passages, words: { 3: words } }, find)?.start ?? null).toBe(start);
});
