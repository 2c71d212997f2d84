import { sentencesOf } from "@/lib/document/sentences";

/** A range of the text of a saved copy, in UTF-16 units. */
export interface TextSpan {
  start: number;
  end: number;
}

/** Maximum length of an excerpt in UTF-16 units. */
export const EXCERPT_LIMIT = 5000;

/** UTF-16 units of a line considered on either side of an offset: longer lines are data, not sentences. */
const REACH = 4000;

const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** The line at an offset, or the part of a very long line around it. */
function lineAt(text: string, offset: number): TextSpan {
  const lineEnd = text.indexOf("\n", offset);
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = lineEnd === -1 ? text.length : lineEnd;
  return { start: Math.max(start, offset - REACH), end: Math.min(end, offset + REACH) };
}

function trimmed(text: string, { start, end }: TextSpan): TextSpan | null {
  const part = text.slice(start, end);
  if (part.trim() === "") return null;
  return { start: start + part.length - part.trimStart().length, end: start + part.trimEnd().length };
}

/**
 * The sentence at an offset, without surrounding white space; between two, the one before. Null on an empty line.
 * @param language of the text, a BCP 47 tag
 */
export function sentenceAt(text: string, offset: number, language: string): TextSpan | null {
  const line = lineAt(text, offset);
  const inLine = sentencesOf(text.slice(line.start, line.end), language);
  const found = inLine.findLast(({ start }) => line.start + start <= offset) ?? inLine[0];
  return found ? { start: line.start + found.start, end: line.start + found.end } : null;
}

/** The next (1) or previous (-1) sentence; null if there is none. @param language of the text, a BCP 47 tag */
export function sentenceBeside(
  text: string,
  { start, end }: TextSpan,
  step: 1 | -1,
  language: string,
): TextSpan | null {
  let at = step === 1 ? end : start - 1;
  while (/\s/.test(text.charAt(at))) at += step;
  return at < 0 || at >= text.length ? null : sentenceAt(text, at, language);
}

/** Widens a selection to full words; null if it contains only white space. */
export function wholeWords(text: string, span: TextSpan): TextSpan | null {
  const inner = trimmed(text, span);
  if (!inner) return null;
  const edge = (offset: number) => {
    const line = lineAt(text, offset);
    const found = words.segment(text.slice(line.start, line.end)).containing(offset - line.start);
    return found?.isWordLike
      ? { start: line.start + found.index, end: line.start + found.index + found.segment.length }
      : { start: offset, end: offset + 1 };
  };
  return { start: edge(inner.start).start, end: edge(inner.end - 1).end };
}

/** A range of a copy as an excerpt: white space, line breaks included, becomes single spaces. */
export function excerptFrom(text: string, { start, end }: TextSpan): string {
  return text.slice(start, end).replace(/\s+/g, " ").trim();
}
