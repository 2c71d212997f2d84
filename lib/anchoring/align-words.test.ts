import { expect, test } from "vitest";
import { alignWords, MAX_PAIRS } from "./align-words";
import { unfolded } from "./fold-invisible";
import type { Vocabulary } from "./tokenise";
import { tokenised } from "./tokenised-text";

/** The pairs of words of two passages, "old=new"; those without a partner are not shown. */
function pairs(oldText: string, newText: string): string {
  const vocabulary: Vocabulary = new Map();
  const old = tokenised(unfolded(oldText), vocabulary);
  const now = tokenised(unfolded(newText), vocabulary);
  const word = ({ folded, tokens }: typeof old, index: number) =>
    folded.text.slice(tokens.starts[index], tokens.ends[index]);
  const partners = alignWords(
    { side: old, from: 0, to: old.tokens.ids.length },
    { side: now, from: 0, to: now.tokens.ids.length },
  );
  return [...partners]
    .flatMap((partner, index) => (partner === -1 ? [] : [`${word(old, index)}=${word(now, partner)}`]))
    .join(" ");
}

test.each<[string, string, string, string]>([
  ["equal words", "a bb c", "a x bb c", "a=a bb=bb c=c"],
  ["no words", "", "a", ""],
  ["nothing in common", "abc", "xyz", ""],
  ["similar words", "the reports agreed", "a report agrees", "reports=report agreed=agrees"],
  ["the longer word of two that cross", "ab cdefgh", "cdefgh ab", "cdefgh=cdefgh"],
  ["an equal word before a similar one", "reports", "report reports", "reports=reports"],
  ["the earliest of equal words", "ab", "ab ab", "ab=ab"],
  ["the word beside its former neighbour", "ab cd", "ab xx ab cd", "ab=ab cd=cd"],
  ["the end of a sentence before another sign", "a, b. c", "x. y, z", ".=."],
  ["two figures", "in 2019", "in 2024", "in=in 2019=2024"],
  ["no figure for a word", "240", "many", ""],
])("aligns %s", (_, old, now, expected) => {
  expect(pairs(old, now)).toBe(expected);
});

test("too many pairs are misuse", () => {
  const words = (count: number) => "a ".repeat(count);
  expect(pairs(words(MAX_PAIRS / 100), words(100))).not.toBe("");
  expect(() => pairs(words(MAX_PAIRS / 100 + 1), words(100))).toThrow(RangeError);
});
