import type { TextRange } from "@/lib/anchoring/text-range";

/** A word of a text that begins with a letter: "Russia's", "COVID-19", "von". */
export interface WordToken extends TextRange {
  /** As written. */
  word: string;
  lower: string;
}

const WORD = /\p{L}[\p{L}\p{M}\p{Nd}]*(?:['’‐‑·-][\p{L}\p{M}\p{Nd}]+)*/gu;

/** The words of a text, in order. @param offset of the text in the one that the tokens are counted in, UTF-16 units */
export function wordTokens(text: string, offset: number): WordToken[] {
  const tokens: WordToken[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = offset + match.index;
    tokens.push({ start, end: start + match[0].length, word: match[0], lower: match[0].toLowerCase() });
  }
  return tokens;
}
