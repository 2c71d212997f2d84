/* Without the citation libraries, so that the browser can load it. */

export const CITATION_FORMATS = ["bibtex", "ris", "csl-json"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** File extension, media type and label of each format. */
export const citationFiles: Record<CitationFormat, { ending: string; mediaType: string; label: string }> = {
  bibtex: { ending: "bib", mediaType: "application/x-bibtex; charset=utf-8", label: "BibTeX" },
  ris: { ending: "ris", mediaType: "application/x-research-info-systems; charset=utf-8", label: "RIS" },
  "csl-json": {
    ending: "json",
    mediaType: "application/vnd.citationstyles.csl+json; charset=utf-8",
    label: "CSL-JSON",
  },
};

/** Guesses the format of a text. The patterns never match across lines, which would make them quadratic on long runs of white space. */
export function citationFormatOf(text: string): CitationFormat | null {
  if (/^\s*[[{]/.test(text)) return "csl-json";
  if (/^[ \t]*TY\s{1,2}-\s/m.test(text)) return "ris";
  if (/^[ \t]*@\s*\w+\s*[{(]/m.test(text)) return "bibtex";
  return null;
}

export function isCitationFormat(value: string): value is CitationFormat {
  return (CITATION_FORMATS as readonly string[]).includes(value);
}
