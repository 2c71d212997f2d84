import type { TextRange } from "@/lib/anchoring/text-range";
import { type Span, segmentText } from "@/lib/claims/segment-text";

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
    if (paragraph.trim() !== "") paragraphs.push({ start, parts: partsOf(paragraph, start, spans) });
    start += paragraph.length + 1;
  }
  return paragraphs;
}

function partsOf(paragraph: string, offset: number, spans: readonly Span[]): MarkedPart[] {
  const end = offset + paragraph.length;
  const inside = spans
    .filter((span) => span.start < end && span.end > offset)
    .map((span) => ({
      id: span.id,
      start: Math.max(span.start, offset) - offset,
      end: Math.min(span.end, end) - offset,
    }));
  return segmentText(paragraph.length, inside).map(({ start, end: to, claims, starts }) => ({
    start: offset + start,
    text: paragraph.slice(start, to),
    questions: claims.map(Number),
    begins: starts.map(Number).filter((number) => spans[number - 1]?.start === offset + start),
  }));
}
