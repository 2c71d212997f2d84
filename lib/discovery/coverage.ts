import type { TextRange } from "@/lib/anchoring/text-range";
import { sentencesOf } from "@/lib/document/sentences";
import { checkableSigns } from "./check-worthiness";

/** The checkable sentences of a text, in order. @param language a BCP 47 tag */
export function checkableSentences(text: string, language: string): TextRange[] {
  return sentencesOf(text, language).filter(
    ({ start, end }) => checkableSigns(text.slice(start, end)).length > 0,
  );
}

export interface Coverage {
  /** Checkable sentences that a claim touches. */
  marked: number;
  /** Checkable sentences. */
  total: number;
  /** Checkable sentences that no claim touches, in text order. */
  unmarked: TextRange[];
}

/**
 * Which checkable sentences are marked as claims.
 * @param sentences in text order, none overlapping
 * @param spans the claims, in any order
 */
export function coverageOf(sentences: readonly TextRange[], spans: readonly TextRange[]): Coverage {
  const touched = new Set<TextRange>();
  for (const span of spans)
    for (let index = firstEndingAfter(sentences, span.start); index < sentences.length; index++) {
      const sentence = sentences[index] as TextRange;
      if (sentence.start >= span.end) break;
      touched.add(sentence);
    }
  const unmarked = sentences.filter((sentence) => !touched.has(sentence));
  return { marked: touched.size, total: sentences.length, unmarked };
}

function firstEndingAfter(sentences: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as TextRange).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
