import { expect, test } from "vitest";
import { type ComparedPart, compareWords } from "./compare-words";

/** A comparison as one line: {-removed-}{+added+}. */
function line(parts: readonly ComparedPart[]): string {
  return parts
    .map(({ kind, text }) => {
      expect(text).not.toBe("");
      return kind === "same" ? text : kind === "added" ? `{+${text}+}` : `{-${text}-}`;
    })
    .join("");
}

test.each<[string, string, string, string]>([
  ["two empty paragraphs", "", "", ""],
  ["the same words", "Trade rose.", "Trade rose.", "Trade rose."],
  ["a new paragraph", "", "Trade rose.", "{+Trade rose.+}"],
  ["an empty paragraph", "Trade rose.", "", "{-Trade rose.-}"],
  ["a word inserted", "Trade rose.", "Trade again rose.", "Trade {+again +}rose."],
  ["a word removed", "Trade again rose.", "Trade rose.", "Trade {-again -}rose."],
  ["a word replaced: the space after it is unchanged", "a old b", "a new b", "a {-old-}{+new+} b"],
  ["a phrase replaced is one change", "a one two b", "a three four b", "a {-one two-}{+three four+} b"],
  [
    "words replaced with a common one between them",
    "one and two",
    "six and ten",
    "{-one-}{+six+} and {-two-}{+ten+}",
  ],
  ["a phrase replaced at the end", "a one two", "a three four", "a {-one two-}{+three four+}"],
  ["a phrase made longer", "a one b", "a two three b", "a {-one-}{+two three+} b"],
  ["a phrase made shorter", "a one two b", "a three b", "a {-one two-}{+three+} b"],
  [
    "a number counts as a whole",
    "rose 1,240.5 times",
    "rose 1,250.5 times",
    "rose {-1,240.5-}{+1,250.5+} times",
  ],
  ["a symbol counts on its own", "rose 5%", "rose 5‰", "rose 5{-%-}{+‰+}"],
  ["white space that changed", "a b", "a\u00a0b", "a{- -}{+\u00a0+}b"],
  ["white space that is gone", "a b", "ab", "{-a b-}{+ab+}"],
  ["space at the beginning is unchanged", " one b", " two b", " {-one-}{+two+} b"],
  ["space at the end is unchanged", " ", "x ", "{+x+} "],
  ["other space instead of a space", "a b", "a\n b", "a{- -}{+\n +}b"],
  ["space inside what was removed is part of it", "a one two", "a six ", "a {-one two-}{+six +}"],
  [
    "more space after what was removed than after what was inserted",
    "a one two  b",
    "a six b",
    "a {-one two  -}{+six +}b",
  ],
  ["Chinese: letter by letter", "中国海关", "中国外关", "中国{-海-}{+外+}关"],
  ["a soft hyphen belongs to its word", "co\u00adop a", "coop a", "{-co\u00adop-}{+coop+} a"],
  [
    "a word and its space removed before a word inserted",
    "a one two",
    "a two three",
    "a {-one -}two{+ three+}",
  ],
])("words: %s", (_, old, now, expected) => {
  expect(line(compareWords(old, now))).toBe(expected);
});

test("words that the caller takes for the same are unchanged, in their newer form", () => {
  const ignoringCase = (piece: string) => piece.toLowerCase();
  expect(line(compareWords("Trade ROSE fast", "trade rose slowly", ignoringCase))).toBe(
    "trade rose {-fast-}{+slowly+}",
  );
});

test("a paragraph too long and too different to compare is removed and added", () => {
  const symbols = (kinds: string) =>
    Array.from({ length: 5000 }, (_, at) => kinds[at % kinds.length]).join("");
  expect(compareWords(symbols(",;"), symbols(";:-"))).toEqual([
    { kind: "removed", text: symbols(",;") },
    { kind: "added", text: symbols(";:-") },
  ]);
});
