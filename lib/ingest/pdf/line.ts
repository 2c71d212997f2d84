import type { Frame } from "./glyphs/turn-glyphs";

/** Text on one baseline without a wide gap: a line of a column, or a cell of a table. Positions are in its frame, in points. */
export interface Line {
  text: string;
  /** The same with brackets turned round, where its direction leaves open which way they face. */
  mirrored: string | null;
  x: number;
  right: number;
  /** Of the baseline, upwards. */
  y: number;
  /** The size of most of its letters. */
  size: number;
  page: number;
  frame: Frame;
  bold: boolean;
  /** Whether the file marks it as no part of the text. */
  artifact: boolean;
  /** Whether it was written on the page afterwards. */
  isAdded: boolean;
  rightToLeft: boolean;
  /** Whether the file has a space after it. */
  spaceBehind: boolean;
}
