/** A span described by position and by quotation: the W3C Web Annotation TextPositionSelector and TextQuoteSelector. */
export interface AnchorDescription {
  /** UTF-16 offset into the text. */
  start: number;
  /** UTF-16 offset after the last unit. */
  end: number;
  exact: string;
  /** The text before the span, up to 32 code points. */
  prefix: string;
  /** The text after the span, up to 32 code points. */
  suffix: string;
}

/** Code points of context on each side: enough to tell most repetitions apart. */
const CONTEXT = 32;

/**
 * Describes a span of a text so that it can be found again. An end that would cut a surrogate pair moves outward.
 * @param start UTF-16 offset
 * @param end UTF-16 offset after the last unit
 * @throws RangeError when the span is empty or outside the text
 */
export function describeAnchor(text: string, start: number, end: number): AnchorDescription {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length && start < end))
    throw new RangeError(`span ${start}..${end} is not inside 0..${text.length}`);
  const from = cutsPair(text, start) ? start - 1 : start;
  const to = cutsPair(text, end) ? end + 1 : end;
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    // A code point has at most two units, so this much text is enough.
    prefix: [...text.slice(Math.max(0, from - 2 * CONTEXT), from)]
      .slice(-CONTEXT)
      .join("")
      .replace(/^[\udc00-\udfff]/, ""),
    suffix: [...text.slice(to, to + 2 * CONTEXT)]
      .slice(0, CONTEXT)
      .join("")
      .replace(/[\ud800-\udbff]$/, ""),
  };
}

function cutsPair(text: string, offset: number): boolean {
  return /[\ud800-\udbff]/.test(text[offset - 1] ?? "") && /[\udc00-\udfff]/.test(text[offset] ?? "");
}
