/* Without the library that writes them, so that the browser may load this. */

export const CITATION_STYLES = ["apa", "chicago", "mla"] as const;
/** APA, 7th edition; Chicago, 17th edition, author and date; MLA, 9th edition. */
export type CitationStyle = (typeof CITATION_STYLES)[number];

export const styleLabels: Record<CitationStyle, string> = { apa: "APA", chicago: "Chicago", mla: "MLA" };

/** A stretch of a citation with one look. */
export interface CitationRun {
  text: string;
  italic: boolean;
}

export interface FormattedCitation {
  text: string;
  /** Escaped text and `<i>`, nothing else. */
  html: string;
  runs: CitationRun[];
}
