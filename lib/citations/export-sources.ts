import { type CitedWork, cslItemOf } from "./csl-item";
import { renderBibtex } from "./render-bibtex";
import { renderRis } from "./render-ris";

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

/** The format of a file by the ending of its name, "bib". */
export function formatOfEnding(ending: string): CitationFormat | null {
  return CITATION_FORMATS.find((format) => citationFiles[format].ending === ending) ?? null;
}

/** A work for an export. */
export interface ExportedWork extends CitedWork {
  id: string;
  confidential: boolean;
  /** ISO 8601 day on which it was read. */
  accessedOn?: string | null;
}

/** Works as a file for reference managers. Confidential ones are left out and counted. */
export function exportSources(
  works: readonly ExportedWork[],
  format: CitationFormat,
): { text: string; exported: number; leftOut: number } {
  const open = works.filter(({ confidential }) => !confidential);
  const items = open.map((work) => cslItemOf(work, { id: work.id, accessedOn: work.accessedOn ?? null }));
  const counts = { exported: open.length, leftOut: works.length - open.length };
  switch (format) {
    case "bibtex":
      return { text: renderBibtex(items), ...counts };
    case "ris":
      return { text: renderRis(items), ...counts };
    case "csl-json":
      return { text: `${JSON.stringify(items, null, 2)}\n`, ...counts };
  }
}
