import { expect, test } from "vitest";
import { tokenise } from "./tokenise";

/** Each token as "offset:token×letters". */
function shown(text: string): string {
  const { starts, ends, weights } = tokenise(text, new Map());
  return [...starts]
    .map((start, index) => `${start}:${text.slice(start, ends[index])}×${weights[index]}`)
    .join(" ");
}

test.each([
  ["no text", "", ""],
  ["white space alone", " \n\t", ""],
  ["words and symbols: only words have letters", "Up, 9%", "0:Up×2 2:,×0 4:9×1 5:%×0"],
  ["each symbol on its own", "“…”", "0:“×0 1:…×0 2:”×0"],
  ["a word keeps its marks", "cafe\u0301s", "0:cafe\u0301s×6"],
  ["Chinese: letter by letter", "中国", "0:中×1 1:国×1"],
  ["Thai: a letter keeps its marks", "ที่นี", "0:ที่×3 3:นี×2"],
  ["Latin letters beside Chinese ones", "NASA说9", "0:NASA×4 4:说×1 5:9×1"],
  ["a letter of two units", "𝔸b 👍", "0:𝔸b×3 4:👍×0"],
])("tokens: %s", (_, text, expected) => {
  expect(shown(text)).toBe(expected);
});

test("equal tokens have equal numbers, in one text and in texts that share the vocabulary", () => {
  const vocabulary = new Map();
  expect([...tokenise("a b a", vocabulary).ids]).toEqual([1, 2, 1]);
  expect([...tokenise("c b A", vocabulary).ids]).toEqual([3, 2, 4]);
});
