import type { TextRange } from "@/lib/anchoring/text-range";
import { segmentText } from "@/lib/claims/segment-text";

/** A stretch of a paragraph that the same questions are about. */
export interface MarkedPart {
  /** UTF-16 offset into the text. */
  start: number;
  text: string;
  /** Numbers of the questions, from 1. */
  questions: number[];
  /** Those of them whose passages begin here. */
  begins: number[];
}

/** A text in paragraphs, with the passages of questions marked. @param ranges of the questions, in UTF-16 units of the text */
export function markedParagraphs(
  text: string,
  ranges: readonly TextRange[],
): { start: number; parts: MarkedPart[] }[] {
  const spans = ranges.map(({ start, end }, index) => ({ id: String(index + 1), start, end }));
  const paragraphs: { start: number; parts: MarkedPart[] }[] = [];
  let start = 0;
  for (const paragraph of text.split("\n")) {
    const end = start + paragraph.length;
    const inside = spans
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({
        ...span,
        start: Math.max(span.start, start) - start,
        end: Math.min(span.end, end) - start,
      }));
    const from = start;
    const parts = segmentText(paragraph.length, inside).map((segment) => ({
      start: from + segment.start,
      text: paragraph.slice(segment.start, segment.end),
      questions: segment.claims.map(Number),
      begins: segment.starts
        .map(Number)
        .filter((number) => spans[number - 1]?.start === from + segment.start),
    }));
    if (paragraph.trim() !== "") paragraphs.push({ start, parts });
    start = end + 1;
  }
  return paragraphs;
}
