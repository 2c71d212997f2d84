import type { OfficeReport } from "../office/office-report";
import { childrenOf, descendantsOf, textOf, type XmlElement } from "../office/xml-tree";

/** The texts in the drawings of a paragraph. */
export interface DrawnText {
  /** Text boxes, with paragraphs in them. */
  boxes: XmlElement[];
  /** Lettering. */
  lines: string[];
}

/** Collects the texts of a drawing, and counts what is in it without text. */
export function readDrawing(drawing: XmlElement, found: DrawnText, report: OfficeReport): void {
  const walk = (element: XmlElement) => {
    switch (element.name) {
      case "w:txbxContent":
        found.boxes.push(element);
        return;
      case "a:txBody":
        if (textOf(element).trim() !== "") found.boxes.push(element);
        return;
      case "v:textpath": {
        const text = element.attributes.get("string")?.trim();
        if (text) found.lines.push(text);
        return;
      }
      case "mc:AlternateContent":
        walk(shownBranch(element));
        return;
      case "pic:pic":
      case "v:imagedata":
        // The picture of an object stands for it.
        if (drawing.name !== "w:object") report.count("pictures");
        break;
      case "c:chart":
      case "cx:chart":
        report.count("charts");
        break;
      case "dgm:relIds":
        report.count("diagrams");
        break;
      case "o:OLEObject":
        report.count(/^equation/i.test(element.attributes.get("ProgID") ?? "") ? "oldEquations" : "objects");
        break;
    }
    for (const child of childrenOf(element)) walk(child);
  };
  walk(drawing);
}

/** The one branch of alternatives that is shown: the first with text, else the first. */
export function shownBranch(alternatives: XmlElement): XmlElement {
  const branches = childrenOf(alternatives).filter(
    ({ name }) => name === "mc:Choice" || name === "mc:Fallback",
  );
  const hasText = (branch: XmlElement) =>
    descendantsOf(branch, "w:t", "m:t", "a:t", "w:sym").some(
      (text) => text.name === "w:sym" || textOf(text) !== "",
    );
  return branches.find(hasText) ?? branches[0] ?? alternatives;
}
