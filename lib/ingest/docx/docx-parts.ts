import type { OfficeReport } from "../office/office-report";
import type { XmlElement } from "../office/xml-tree";
import type { DocxLists } from "./docx-lists";
import type { DocxNotes } from "./docx-notes";
import type { DocxStyles } from "./docx-styles";

/** The parts of a document that its body refers to. */
export interface DocxParts {
  styles: DocxStyles;
  lists: DocxLists;
  notes: DocxNotes;
  report: OfficeReport;
  /** Numbers of items that are written as text. */
  labels: Set<string>;
  /** Beginnings of fields without an end. */
  unended: ReadonlySet<XmlElement>;
  /** The target of a relationship outside the file; null for others. */
  linkTarget(id: string): string | null;
  /** The HTML of an embedded document; null if it cannot be read. */
  embedded(id: string): string | null;
}
