import type { OfficeReport } from "../office/office-report";
import type { XmlElement } from "../office/xml-tree";
import type { OdtLists } from "./odt-lists";
import type { OdtStyles } from "./odt-styles";

/** The parts of a document that its body refers to. */
export interface OdtParts {
  styles: OdtStyles;
  lists: OdtLists;
  report: OfficeReport;
  /** The notes that the text refers to, in that order. */
  notes: { label: string; body: XmlElement }[];
  /** Numbers of items and headings that were written as text. */
  labels: Set<string>;
  /** How many more characters copies of cells can have. */
  copies: { left: number };
  /** The MathML of an embedded formula; null for other objects. */
  formula(object: XmlElement): XmlElement | null;
  isChart(object: XmlElement): boolean;
}
