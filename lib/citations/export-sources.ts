import type { CslData } from "@/lib/sources/csl-data";
import type { CitationFormat } from "./citation-format";
import type { CitedWork, CslItem } from "./csl-item";
import { cslItemOf } from "./csl-item-of";
import { SIGN, withLostInNote } from "./note-fields";
import { readBibtex } from "./read-bibtex";
import type { ReadCitation } from "./read-fields";
import { readRis } from "./read-ris";
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
      return { text: withLost(items, renderBibtex, readBibtex, SIGN), ...counts };
    case "ris":
      return { text: withLost(items, renderRis, readRis, "\n"), ...counts };
    case "csl-json":
      return { text: `${JSON.stringify(items, null, 2)}\n`, ...counts };
  }
}

/** BibTeX and RIS lack many fields and types: what an import would not read back is written in the notes. */
function withLost(
  items: readonly CslItem[],
  render: (items: readonly CslItem[]) => string,
  read: (text: string) => ReadCitation[],
  separator: string,
): string {
  const text = render(items);
  const back = read(text);
  if (back.length !== items.length) return text;
  return render(
    items.map((item, index) =>
      withLostInNote(item, back[index]?.fields.csl as CslData | undefined, separator),
    ),
  );
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
