/** A span of a text, in UTF-16 units. */
export interface TextRange {
  /** Offset of the first unit. */
  start: number;
  /** Offset after the last unit. */
  end: number;
}
