import { expect, test } from "vitest";
import { fractionOf } from "@/lib/notation/script-characters";
import { lowered, raised } from "./raised-figures";

test.each<[text: string, before: string, notes: string[], written: string]>([
  ["9", "4.1×10", [], "⁹"],
  ["−6", "3×10", [], "⁻⁶"],
  ["2", "120 km", [], "²"],
  ["2", "E=mc", [], "²"],
  ["2+", "Ca", [], "²⁺"],
  ["3", "rose to $240", [], "³"],
  ["3", "rose to $240", ["3"], "[3]"],
  ["4", "in the last year.", [], "[4]"],
  ["12", "said the board", [], "[12]"],
  ["1", "the committee", [], "[1]"],
  ["3", "by note", [], "[3]"],
  ["1", "कार्यों", [], "[1]"],
  ["2", "A line: e", [], "²"],
  ["1,2", "said the board", [], "[1,2]"],
  ["[6][7]", "said the board", [], "[6][7]"],
  ["3", "", [], "[3]"],
  ["st", "the 21", [], "st"],
  ["*", "the board", [], "*"],
])("%s behind “%s” (notes %j) is %s", (text, before, notes, written) => {
  expect(raised(text, before, new Set(notes))).toBe(written);
});

test("lowered figures and fractions", () => {
  expect([lowered("2"), lowered("n"), fractionOf("1", "2"), fractionOf("7", "16")]).toEqual([
    "₂",
    "n",
    "½",
    "⁷⁄₁₆",
  ]);
});
