import { beforeEach, expect, test, vi } from "vitest";
import { alignTexts } from "./align-texts";
import { reanchor } from "./reanchor";

/** Pairs of tokens that the edit distance compared. */
const counted = vi.hoisted(() => ({ comparisons: 0 }));
vi.mock("fast-myers-diff", async (importOriginal) => {
  const original = await importOriginal<typeof import("fast-myers-diff")>();
  return {
    ...original,
    diff_core: (a: number, n: number, b: number, m: number, eq: (i: number, j: number) => boolean) =>
      original.diff_core(a, n, b, m, (i, j) => {
        counted.comparisons += 1;
        return eq(i, j);
      }),
  };
});

beforeEach(() => {
  counted.comparisons = 0;
});

/** Numbers below 1, the same each time. */
function makeRandom() {
  let seed = 1;
  return () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed / 2 ** 32;
  };
}

const random = makeRandom();
const list = (count: number, make: (index: number) => string, between = " ") =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);
const someOf = (characters: string) => characters.charAt(Math.floor(random() * characters.length));
/** Unique words, each followed by many of a few: nothing but the unique ones divides the texts. */
const chapters = (words: string) =>
  list(20, (chapter) => `${list(8, (n) => `unique${chapter}n${n}`)} ${list(990, () => someOf(words))}`);
const SIGNS = "!?.,;:()[]{}<>@#%&*-+=/";

const HOSTILE: [string, string, string][] = [
  ["unrelated texts", list(20_000, (n) => `a${n % 4000}`), list(20_000, (n) => `b${n % 4000}`)],
  [
    "the same words in another order",
    list(20_000, () => `w${Math.floor(random() ** 2 * 4000)}`),
    list(20_000, () => `w${Math.floor(random() ** 2 * 4000)}`),
  ],
  ["two words", list(20_000, () => someOf("ab")), list(20_000, () => someOf("ab"))],
  ["one letter", "a".repeat(100_000), "a".repeat(99_999)],
  ["one word", "a ".repeat(20_000), `${"a ".repeat(19_000)}b ${"a ".repeat(500)}`],
  [
    "equal sentences",
    "The port will open in May. ".repeat(3000),
    "The port will close in May. ".repeat(3000),
  ],
  ["chapters of other words", chapters("ab"), chapters("cd")],
  [
    "Chinese",
    list(20_000, () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 3000)), ""),
    list(20_000, () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 3000)), ""),
  ],
  ["signs", list(20_000, () => someOf(SIGNS), ""), list(20_000, () => someOf(SIGNS), "")],
  ["long words", list(2000, (n) => `${"x".repeat(60)}${n}y`), list(2000, (n) => `${"x".repeat(60)}${n}z`)],
];

test.each(HOSTILE)("the cost grows with the length alone: %s", (_, old, now) => {
  const alignment = alignTexts(old, now);
  const tokens = alignment.old.tokens.ids.length + alignment.now.tokens.ids.length;
  // Half of what matchTokens documents: two different texts of as many words as are compared at once.
  expect(counted.comparisons).toBeLessThan(1000 * tokens);
  counted.comparisons = 0;
  // Spans everywhere, of all lengths. alignWords refuses more pairs than its bound.
  for (let at = 0; at < 300; at++) {
    const start = Math.floor((at * old.length) / 300);
    const end = Math.min(old.length, start + 1 + ((at * 37) % 400));
    const outcome = reanchor(alignment, { start, end });
    if ("range" in outcome) expect(outcome.range.end).toBeLessThanOrEqual(now.length);
  }
  expect(counted.comparisons).toBeLessThan(300 * 200_000);
});

test("a long run of signs that was moved is walked once", () => {
  const signs = list(20_000, () => someOf(SIGNS), "");
  const words = list(10_000, (n) => `word${n}`);
  const { unchanged } = alignTexts(`${signs} ${words}`, `${words} ${signs}`);
  expect(unchanged.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(words.length / 2);
});
