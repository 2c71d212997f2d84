import type { CitationFormat } from "./citation-format";
import type { CitedWork, CslItem } from "./csl-item";
import { cslItemOf } from "./csl-item-of";
import { renderBibtex } from "./render-bibtex";
import { renderRis } from "./render-ris";

/** A work to export. */
export interface ExportedWork extends CitedWork {
  id: string;
  confidential: boolean;
  /** ISO 8601 day. */
  accessedOn?: string | null;
}

/** A file for reference managers. */
export interface ExportedCitations {
  text: string;
  exported: number;
  /** Number of confidential works. */
  excluded: number;
}

/** Exports works for reference managers. Confidential ones are excluded and counted. */
export function exportSources(works: readonly ExportedWork[], format: CitationFormat): ExportedCitations {
  const open = works.filter(({ confidential }) => !confidential);
  const items = withUniqueIds(
    open.map((work) => [work, cslItemOf(work, { id: work.id, accessedOn: work.accessedOn ?? null })]),
  );
  const counts = { exported: open.length, excluded: works.length - open.length };
  switch (format) {
    case "bibtex":
      return { text: renderBibtex(items), ...counts };
    case "ris":
      return { text: renderRis(items), ...counts };
    case "csl-json":
      return { text: `${JSON.stringify(items, null, 2)}\n`, ...counts };
  }
}

/** Two imported items can have one id. The second then gets that of its source. */
function withUniqueIds(items: readonly [ExportedWork, CslItem][]): CslItem[] {
  const taken = new Set<string>();
  return items.map(([work, item]) => {
    const isFree = !taken.has(String(item.id));
    taken.add(isFree ? String(item.id) : work.id);
    return isFree ? item : { ...item, id: work.id };
  });
}
