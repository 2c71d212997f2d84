/* Without the citation library, so that the browser can load it. */

export const CITATION_STYLES = ["apa", "chicago", "mla"] as const;
/** APA, 7th edition; Chicago, 17th edition, author and date; MLA, 9th edition. */
export type CitationStyle = (typeof CITATION_STYLES)[number];

export const styleLabels: Record<CitationStyle, string> = { apa: "APA", chicago: "Chicago", mla: "MLA" };

/** A part of a citation in one style of type. */
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
