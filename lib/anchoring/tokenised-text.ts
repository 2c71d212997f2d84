import { sentencesOf } from "@/lib/document/sentences";
import { firstAtLeast } from "./first-at-least";
import type { FoldedText } from "./fold-invisible";
import { type Tokens, tokenise, type Vocabulary } from "./tokenise";

/** A folded text and its tokens, whose offsets are in the folded text. */
export interface TokenisedText {
  folded: FoldedText;
  tokens: Tokens;
  /** BCP 47. */
  language: string;
}

/**
 * Finds the tokens of a folded text.
 * @param vocabulary shared with the texts that it is compared with
 * @param language a BCP 47 tag, which decides where its sentences end
 */
export function tokenised(folded: FoldedText, vocabulary: Vocabulary, language = "en"): TokenisedText {
  return { folded, tokens: tokenise(folded.text, vocabulary), language };
}

/** Tokens `from..to`. */
export interface TokenRange {
  from: number;
  to: number;
}

/** How many sentences and lines end after one of these tokens. */
export function sentenceEnds(side: TokenisedText, { from, to }: TokenRange): number {
  let count = 0;
  for (let index = from; index < to; index++) if (endsSentence(side, index)) count += 1;
  return count;
}

/** Whether a sentence or a line ends after a token; quotation marks and brackets can follow the sign that ends a sentence. */
export function endsSentence(side: TokenisedText, index: number): boolean {
  const {
    folded: { lines },
    tokens: { starts, ends },
  } = side;
  const start = starts[index] as number;
  if (lines.slice(ends[index], starts[index + 1] ?? lines.length).includes("\n")) return true;
  return FINAL.test(lines[start] as string) && finalSigns(side, start).has(start);
}

/** Signs that end sentences. */
const FINAL = /[.!?…。！？؟।]/;

/** The sign that ends a sentence, with the marks that close what it is in. */
const END = /[.!?…。！？؟।][^\p{L}\p{M}\p{N}.!?…。！？؟।]*$/u;

/** UTF-16 units of a line that are divided into sentences together: longer lines are data, not sentences. */
const STRETCH = 8000;

/** The signs that end sentences in a stretch of a text, by its offset. Few stretches are ever asked for. */
const finalSignsOf = new WeakMap<TokenisedText, Map<number, ReadonlySet<number>>>();

function finalSigns(side: TokenisedText, offset: number): ReadonlySet<number> {
  const { lines } = side.folded;
  const lineStart = lines.lastIndexOf("\n", offset - 1) + 1;
  const from = offset - ((offset - lineStart) % STRETCH);
  const known = finalSignsOf.get(side) ?? new Map<number, ReadonlySet<number>>();
  finalSignsOf.set(side, known);
  const found = known.get(from);
  if (found) return found;
  const lineEnd = lines.indexOf("\n", offset);
  const text = lines.slice(from, Math.min(lineEnd === -1 ? lines.length : lineEnd, from + STRETCH));
  const signs = new Set<number>();
  for (const { start, end } of sentencesOf(text, side.language)) {
    const at = END.exec(text.slice(Math.max(start, end - MAX_CLOSING), end))?.index;
    if (at !== undefined) signs.add(from + Math.max(start, end - MAX_CLOSING) + at);
  }
  known.set(from, signs);
  return signs;
}

/** Marks looked through after the sign that ends a sentence. */
const MAX_CLOSING = 20;

/** Letters and digits of these tokens, in UTF-16 units. */
export function weightOf({ tokens: { weights } }: TokenisedText, { from, to }: TokenRange): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += weights[index] as number;
  return sum;
}

/** The tokens of a range; one that reaches over an end counts if most of it is in the range. */
export function tokensWithin({ starts, ends }: Tokens, start: number, end: number): TokenRange {
  const isMostlyAfter = (index: number, offset: number) =>
    (starts[index] as number) + (ends[index] as number) >= 2 * offset;
  const boundary = (offset: number) => {
    const index = firstAtLeast(ends, offset + 1);
    return index < starts.length && !isMostlyAfter(index, offset) ? index + 1 : index;
  };
  const from = boundary(start);
  return { from, to: Math.max(from, boundary(end)) };
}
