/* Without the libraries that read and write them, so that the browser may load this. */

export const CITATION_FORMATS = ["bibtex", "ris", "csl-json"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** The ending of a file's name and its media type, for each format. */
export const citationFiles: Record<CitationFormat, { ending: string; mediaType: string; label: string }> = {
  bibtex: { ending: "bib", mediaType: "application/x-bibtex; charset=utf-8", label: "BibTeX" },
  ris: { ending: "ris", mediaType: "application/x-research-info-systems; charset=utf-8", label: "RIS" },
  "csl-json": {
    ending: "json",
    mediaType: "application/vnd.citationstyles.csl+json; charset=utf-8",
    label: "CSL-JSON",
  },
};

/** The format that a text looks like, by its beginning. What may stand before a word never crosses lines: it would be looked at anew from each. */
export function citationFormatOf(text: string): CitationFormat | null {
  if (/^\s*[[{]/.test(text)) return "csl-json";
  if (/^[ \t]*TY\s{1,2}-\s/m.test(text)) return "ris";
  if (/^[ \t]*@\s*\w+\s*[{(]/m.test(text)) return "bibtex";
  return null;
}

export function isCitationFormat(given: string): given is CitationFormat {
  return (CITATION_FORMATS as readonly string[]).includes(given);
}
