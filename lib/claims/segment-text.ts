/** A span of the text that a claim covers. Offsets are UTF-16 units, `start < end`. */
export interface Span {
  id: string;
  start: number;
  end: number;
}

/** A stretch of text under one and the same set of claims. */
export interface Segment {
  start: number;
  end: number;
  /** Claims that cover it, innermost (shortest) first; empty where none does. */
  claims: string[];
  /** Claims whose span begins at `start`. */
  starts: string[];
  /** Claims whose span ends at `end`. */
  ends: string[];
}
