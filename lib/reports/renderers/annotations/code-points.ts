import { blockText } from "../../block-text";
import type { Report } from "../../report";

/** Converts offsets into the text of a Report's article: see `codePointOffsetsIn`. */
export function codePointOffsets(report: Pick<Report, "article">): (offset: number) => number {
  return codePointOffsetsIn(blockText(report.article.blocks));
}

/**
 * Converts offsets into a text from UTF-16 units to code points, in which the Web Annotation Data Model counts (section
 * 4.2.5). Characters outside of the Basic Multilingual Plane are two units and one code point.
 */
export function codePointOffsetsIn(text: string): (offset: number) => number {
  /** UTF-16 offsets of the second unit of each pair, ascending. */
  const seconds = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index + 1);
  return (offset) => {
    let [low, high] = [0, seconds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((seconds[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
