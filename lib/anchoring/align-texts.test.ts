import { describe, expect, test } from "vitest";
import { alignTexts } from "./align-texts";

/** The unchanged runs of two texts, in order of the old one; those that were moved begin with "↷". */
function runs(old: string, now: string): string[] {
  const alignment = alignTexts(old, now);
  return alignment.unchanged.map(({ oldStart, newStart, length, moved }) => {
    const text = alignment.old.folded.text.slice(oldStart, oldStart + length);
    expect(alignment.now.folded.text.slice(newStart, newStart + length)).toBe(text);
    return (moved ? "↷" : "") + text;
  });
}

describe("what is unchanged in two texts", () => {
  test.each<[string, string, string, string[]]>([
    ["the same text", "Trade rose.", "Trade rose.", ["Trade rose."]],
    ["two texts without words", " ", " ", [" "]],
    ["nothing in common", "Trade rose.", "Nobody knows", []],
    ["an empty text before", "", "Trade rose.", []],
    ["an empty text after", "Trade rose.", "", []],
    ["a word inserted", "Trade rose.", "Trade again rose.", ["Trade ", "rose."]],
    [
      "a word replaced: the space on both sides is unchanged",
      "Trade rose fast.",
      "Trade fell fast.",
      ["Trade ", " fast."],
    ],
    ["more space between two words is no change", "one two three", "one  two three", ["one two three"]],
    ["nor is a line break instead of a space", "one two three", "one\ntwo three", ["one two three"]],
    ["no space between two signs divides a run", "one % of", "one% of", ["one", "% of"]],
    ["space at the beginning and the end is part of a run", " one two ", " one two  three", [" one two "]],
    ["space at the beginning that is gone", "  one two", "one two.", ["one two"]],
    ["space of another kind at both ends", "\none two\n", " one two ", [" one two "]],
    ["space between two runs belongs to one of them", "one two", "one x two", ["one ", "two"]],
  ])("%s", (_, old, now, expected) => {
    expect(runs(old, now)).toEqual(expected);
  });
});

describe("people edit by sentence and line", () => {
  test.each<[string, string, string, string[]]>([
    [
      "a sentence in the middle removed",
      "So A b. So C d. So E f.",
      "So A b. So E f.",
      ["So A b. ", "So E f."],
    ],
    [
      "a sentence in the middle inserted",
      "So A b. So E f.",
      "So A b. So C d. So E f.",
      ["So A b. ", "So E f."],
    ],
    ["a line removed", "A x.\nB x.\nC x.\nD", "A x.\nC x.\nD", ["A x. ", "C x. D"]],
    ["a repeated word removed: the first stays", "yes no no no up", "yes no up", ["yes no ", "up"]],
    ["the end of a sentence wins over a comma", "a, b. c, b. c, d", "a, b. c, d", ["a, b. ", "c, d"]],
    ["a comma wins over a word", "x, a b, a c", "x, a c", ["x, ", "a c"]],
    ["a question", "Who a? Who b? Who c", "Who a? Who c", ["Who a? ", "Who c"]],
    ["the first of two equal sentences removed", "No. No. Yes.", "No. Yes.", ["No. Yes."]],
    [
      "a sentence replaced by another is no question of edges",
      "So A b. So C d. So E f.",
      "So A b. Or X. So E f.",
      ["So A b. ", ". So E f."],
    ],
  ])("%s", (_, old, now, expected) => {
    expect(runs(old, now)).toEqual(expected);
  });
});

describe("words that rewritten passages share by chance are not unchanged", () => {
  test.each<[string, string, string, string[]]>([
    ["a short word between two long changes", "abcdefgh is ijklmnop", "qrstuvwx is yzABCDEF", []],
    ["a comma between two changes", "abc, def", "xyz, uvw", []],
    ["a word of half the letters of the smaller change", "abcdef ijk lmnopqr", "ABCDEF ijk LMNOPQR", []],
    ["a word of more than half", "abcdef ijkl mnopqrs", "ABCDEF ijkl MNOPQRS", [" ijkl "]],
    ["the smaller of both changes counts", "ab ij klmnopqr", "xy ij KLMNOPQR", [" ij "]],
    ["of each change the longer side counts: before", "ij klmnopqr", "abcdef ij KLMNOPQR", []],
    ["of each change the longer side counts: after", "abcdefgh ij", "ABCDEFGH ij klmnop", []],
    ["a word at the beginning of both texts stays", "is abcdefgh", "is ABCDEFGH", ["is "]],
    ["a word at the end of both texts stays", "abcdefgh is", "ABCDEFGH is", [" is"]],
    [
      "the change after a match reaches to the next match",
      "abcdefgh is ab cdefghijklmnop",
      "ABCDEFGH is AB cdefghijklmnop",
      [" is ", " cdefghijklmnop"],
    ],
    [
      "the change before a match begins at the last one that counts",
      "cdefghijklmnop ab is abcdefgh",
      "cdefghijklmnop AB is ABCDEFGH",
      ["cdefghijklmnop ", " is "],
    ],
  ])("%s", (_, old, now, expected) => {
    expect(runs(old, now)).toEqual(expected);
  });
});

describe("a passage that was moved", () => {
  const rest = "Nobody could have known about any of this before the vote.";
  test.each<[string, string, string, string[]]>([
    [
      "to the front",
      `${rest} Trade rose to new highs.`,
      `Trade rose to new highs. ${rest}`,
      [rest, "↷Trade rose to new highs."],
    ],
    [
      "four words with sixteen letters",
      `${rest} abcd efgh ijkl mnop`,
      `abcd efgh ijkl mnop ${rest}`,
      [rest, "↷abcd efgh ijkl mnop"],
    ],
    ["fifteen letters are too few", `${rest} abcd efgh ijkl mno`, `abcd efgh ijkl mno ${rest}`, [rest]],
    [
      "three words are too few",
      `${rest} abcdefgh ijklmnop qrstuvwx`,
      `abcdefgh ijklmnop qrstuvwx ${rest}`,
      [rest],
    ],
    [
      "the words that follow it are part of it",
      `${rest} abcd efgh ijkl mnop qr st`,
      `abcd efgh ijkl mnop qr st ${rest}`,
      [rest, "↷abcd efgh ijkl mnop qr st"],
    ],
    [
      "a passage twice in one text: nobody knows which one moved",
      `${rest} abcd efgh ijkl mnop`,
      `abcd efgh ijkl mnop, abcd efgh ijkl mnop. ${rest}`,
      [rest],
    ],
    [
      "two passages that changed places with the rest",
      `${rest} abcd efgh ijkl mnop. So ABCD EFGH IJKL MNOP`,
      `ABCD EFGH IJKL MNOP or abcd efgh ijkl mnop ${rest}`,
      [rest, "↷ abcd efgh ijkl mnop", "↷ABCD EFGH IJKL MNOP"],
    ],
    [
      "repeated words before it are part of it",
      `${rest} so so so so so abcd efgh ijkl`,
      `so so so so so abcd efgh ijkl ${rest}`,
      [rest, "↷so so so so so abcd efgh ijkl"],
    ],
    [
      "the end of the sentence before it is no part of it",
      `${rest} abcd efgh ijkl mnop`,
      `. abcd efgh ijkl mnop ${rest}`,
      [rest, "↷ abcd efgh ijkl mnop"],
    ],
    [
      "the word after it that stayed is no part of it",
      `${rest} abcd efgh ijkl mnop Nobody`,
      `abcd efgh ijkl mnop ${rest}`,
      [rest, "↷abcd efgh ijkl mnop "],
    ],
    [
      "although the same words stayed elsewhere",
      `${rest} abcd efgh ijkl mnop. Others had always known all of it. Abcd: abcd efgh ijkl mnop!`,
      `abcd efgh ijkl mnop? ${rest} abcd efgh ijkl mnop. Others had always known all of it.`,
      [`${rest} abcd efgh ijkl mnop. Others had always known all of it.`, "↷abcd efgh ijkl mnop"],
    ],
    [
      "only the part in common moved",
      `${rest} xx abcd efgh ijkl mnop yy`,
      `zz abcd efgh ijkl mnop ww ${rest}`,
      [rest, "↷ abcd efgh ijkl mnop "],
    ],
  ])("%s", (_, old, now, expected) => {
    expect(runs(old, now)).toEqual(expected);
  });

  test("a text and itself have one run", () => {
    expect(alignTexts("One.", "One.")).toMatchObject({
      unchanged: [{ oldStart: 0, newStart: 0, length: 4, moved: false }],
      byNew: [0],
    });
  });

  test("the order of the runs in the new text is known", () => {
    const { unchanged, byNew, orderInNew } = alignTexts(
      `${rest} Trade rose to new highs.`,
      `Trade rose to new highs. ${rest}`,
    );
    expect(unchanged.map(({ newStart }) => newStart)).toEqual([25, 0]);
    expect(byNew).toEqual([1, 0]);
    expect([...orderInNew]).toEqual([1, 0]);
  });
});
