/** Words or figures of a file that are not in the imported text as they were written. */
export interface ImportDifference {
  /**
   * `missing`: left out; `changed`: in the text in another form, joined with its neighbours or separated; `added`: in the text, but not in
   * the file.
   */
  kind: "missing" | "changed" | "added";
  /** The words as the file has them; empty if they were added. */
  original: string;
  /** What the imported text has instead; empty if they are missing. */
  imported: string;
  /** Whether a figure is among them. */
  hasFigure: boolean;
  /** Whether they are paragraphs of their own in the file. */
  isBlock: boolean;
  /** The imported words before and after, to show where. */
  before: string;
  after: string;
  /** Where they belong in the imported text: the range of `imported`. UTF-16 offsets into its canonical text. */
  start: number;
  end: number;
}

/** Differences of an import, in the order of the text. */
export interface ImportDifferences {
  /** At most `MAX_DIFFERENCES`. */
  listed: ImportDifference[];
  /** How many passages and how many single figures there are in all, those that are not listed included. */
  passages: number;
  figures: number;
  /** False if there was no comparison: the text is too long, or the second reader could not read the file. */
  isCompared: boolean;
}

export const MAX_DIFFERENCES = 100;

export const NO_DIFFERENCES: ImportDifferences = { listed: [], passages: 0, figures: 0, isCompared: true };

export const NOT_COMPARED: ImportDifferences = { ...NO_DIFFERENCES, isCompared: false };
