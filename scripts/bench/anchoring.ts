import { reanchorAll } from "../../lib/anchoring/reanchor";
import type { TextRange } from "../../lib/anchoring/text-range";
import { readDemo } from "../../prisma/demo/read-demo";
import { seededRandom } from "../evaluate/random";
import { matchQuote } from "../evaluate/reanchor/quote-matcher";
import { medianTime } from "./median";

/** The demo article repeated up to a number of words. */
export function longText(words: number): string {
  const article = readDemo().article.content.value;
  const own = article.split(/\s+/).length;
  return Array.from({ length: Math.ceil(words / own) }, (_, index) =>
    article.replaceAll("Putin", `Putin${index}`),
  )
    .join("\n")
    .split(/(?<=\s)/)
    .slice(0, words)
    .join("");
}

/** Random spans of one to thirty words, the same for the same seed. */
export function randomSpans(text: string, count: number, random: () => number): TextRange[] {
  const words = [...text.matchAll(/\S+/g)];
  return Array.from({ length: count }, () => {
    const first = Math.floor(random() * words.length);
    const last = Math.min(words.length - 1, first + Math.floor(random() * 30));
    const end = words[last] as RegExpExecArray;
    return { start: (words[first] as RegExpExecArray).index, end: end.index + end[0].length };
  });
}

/** Replaces, deletes and inserts words at random. */
function edit(text: string, share: number, random: () => number): string {
  return text
    .split(/(?<=\s)/)
    .map((word) => {
      const chance = random();
      if (chance > share) return word;
      return chance < share / 3 ? "" : chance < (share * 2) / 3 ? `indeed ${word}` : "otherwise ";
    })
    .join("");
}

/** Compares re-anchoring many claims together with a matcher that searches for each quote separately. */
export function benchAnchoring(): string[][] {
  const rows: string[][] = [];
  for (const [words, claims] of [
    [20_000, 500],
    [20_000, 2_000],
    [100_000, 2_000],
  ] as const) {
    const random = seededRandom(words + claims);
    const old = longText(words);
    const now = edit(old, 0.01, random);
    const spans = randomSpans(old, claims, random);
    const ours = medianTime(5, () => reanchorAll(old, now, spans));
    const peer = medianTime(1, () => {
      for (const span of spans) matchQuote(old, now, span);
    });
    rows.push([
      words.toLocaleString("en"),
      claims.toLocaleString("en"),
      `${ours.toFixed(0)} ms`,
      `${peer.toFixed(0)} ms`,
      `${(peer / ours).toFixed(0)} ×`,
    ]);
  }
  return rows;
}

/** Texts that have nothing to align, of about so many words each: the earlier text and the one that replaces it. */
function unrelatedTexts(words: number, random: () => number): [string, string, string][] {
  const text = (make: () => string) =>
    Array.from({ length: words }, (_, index) => make() + (index % 15 === 14 ? ".\n" : "")).join(" ");
  const word = (prefix: string, vocabulary: number) => () =>
    `${prefix}${Math.floor(random() ** 2 * vocabulary)}`;
  const chinese = () =>
    Array.from({ length: 2 * words }, () =>
      String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 3000)),
    ).join("");
  return [
    ["no word in common", text(word("old", words / 5)), text(word("new", words / 5))],
    ["the same words in another order", text(word("w", words / 5)), text(word("w", words / 5))],
    ["300 different words", text(word("w", 300)), text(word("w", 300))],
    ["two words", text(word("w", 2)), text(word("w", 2))],
    ["Chinese", chinese(), chinese()],
    [
      "one sentence repeated",
      "The port will open in May. ".repeat(words / 6),
      "The port will close in May. ".repeat(words / 6),
    ],
  ];
}

/** How long it takes to follow all claims when the text is replaced by an unrelated one. */
export function benchReplacing(): string[][] {
  return (
    [
      [20_000, 500],
      [100_000, 2_000],
    ] as const
  ).flatMap(([words, claims]) => {
    const random = seededRandom(words + claims);
    return unrelatedTexts(words, random).map(([name, old, now]) => {
      const spans = Array.from({ length: claims }, () => {
        const start = Math.floor(random() * (old.length - 400));
        return { start, end: start + 5 + Math.floor(random() * 300) };
      });
      const time = medianTime(3, () => reanchorAll(old, now, spans));
      return [name, words.toLocaleString("en"), claims.toLocaleString("en"), `${time.toFixed(0)} ms`];
    });
  });
}
