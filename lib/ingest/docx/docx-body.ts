import { type OfficeBlock, plainParagraph, type TableCell } from "../office/block-markup";
import { escapeHtml } from "../office/inline-markup";
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from "../office/xml-tree";
import { shownBranch } from "./docx-drawing";
import { DocxLine } from "./docx-line";
import { wordInteger, wordSwitch, wordValue } from "./docx-namespaces";
import type { DocxParts } from "./docx-parts";
import type { ParagraphFormat } from "./docx-styles";
import { FieldStack } from "./field-stack";

/** A paragraph whose end was deleted or is hidden, so that the next one continues it. */
interface OpenLine {
  line: DocxLine;
  list: ParagraphFormat["list"];
}

/** Reads the blocks of a document's body, a note or a text box. */
export class DocxBody {
  #blocks: OfficeBlock[] = [];
  #open: OpenLine | null = null;
  /** The first paragraph in the style of a title. */
  title: string | null = null;

  /** @param fields those that are open where the content begins */
  constructor(
    private readonly parts: DocxParts,
    private readonly fields = new FieldStack(),
  ) {}

  /** The blocks in an element such as w:body, w:footnote or w:txbxContent. */
  read(container: XmlElement): OfficeBlock[] {
    this.#walkAll(container);
    this.#endLine(null);
    return this.#blocks;
  }

  #walkAll(element: XmlElement): void {
    for (const child of childrenOf(element)) this.#walk(child);
  }

  #walk(element: XmlElement): void {
    switch (element.name) {
      case "w:p":
      case "a:p":
        this.#paragraph(element);
        return;
      case "w:tbl": {
        this.#endLine(null);
        const rows = this.#rowsOf(element);
        if (rows.length > 0) this.#blocks.push({ kind: "table", rows });
        return;
      }
      case "w:altChunk": {
        this.#endLine(null);
        const html = this.parts.embedded(element.attributes.get("r:id") ?? "");
        if (html === null) this.parts.report.count("embedded");
        else this.#blocks.push({ kind: "markup", html });
        return;
      }
      case "w:subDoc":
        this.parts.report.count("embedded");
        return;
      case "w:del":
      case "w:moveFrom":
      case "w:sdtPr":
      case "w:sdtEndPr":
      case "w:sectPr":
      case "w:customXmlPr":
      case "a:bodyPr":
      case "a:lstStyle":
        return;
      case "mc:AlternateContent":
        this.#walkAll(shownBranch(element));
        return;
      case "w:r":
      case "w:hyperlink":
      case "w:fldSimple":
      case "m:oMath":
      case "m:oMathPara":
        // Content outside a paragraph, as some programs write it.
        this.#paragraph({ name: "w:p", attributes: new Map(), children: [element] });
        return;
      default:
        this.#walkAll(element);
    }
  }

  #paragraph(paragraph: XmlElement): void {
    const properties = childOf(paragraph, "w:pPr");
    const format = this.parts.styles.paragraph(properties);
    const open: OpenLine = this.#open ?? { line: new DocxLine(this.parts, this.fields), list: format.list };
    this.#open = null;
    if (paragraph.name === "a:p") readDrawn(paragraph, open.line);
    else open.line.read(paragraph, format);
    const mark = childOf(properties, "w:rPr");
    const isDeleted = childOf(mark, "w:del", "w:moveFrom") !== null;
    if (isDeleted && childOf(mark, "w:del")) this.parts.report.count("deletions");
    if (isDeleted || wordSwitch(mark, "w:vanish") || wordSwitch(mark, "w:specVanish")) {
      this.#open = { ...open, list: open.list ?? format.list };
      return;
    }
    this.#open = open;
    this.#endLine(format);
  }

  /** Writes the open paragraph. @param format its format; null if its end is not shown */
  #endLine(format: ParagraphFormat | null): void {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    const html = open.line.inline.toString();
    const isBlank = html.replace(/<br>|[\s\u00a0]+/g, "") === "";
    // The paragraph may have continued an item of a list.
    const list = open.list ?? format?.list ?? null;
    const sign = list && (format || !isBlank) ? this.parts.lists.next(list.id, list.level) : null;
    if (!isBlank) {
      const tag = format?.tag ?? "p";
      if (format?.isTitle) this.title ??= plainTextOf(html);
      const isItem = tag === "p" && (sign?.kind === "bullet" || sign?.kind === "number");
      const label = !sign || isItem || sign.kind === "bullet" || sign.label === "" ? "" : `${sign.label} `;
      if (label !== "") this.parts.labels.add(label);
      this.#blocks.push({
        kind: "paragraph",
        tag,
        content: escapeHtml(label) + html,
        dir: format?.isRightToLeft ? "rtl" : null,
        item: isItem
          ? { level: list?.level ?? 0, number: sign.kind === "number" ? sign.number : null }
          : null,
        isQuote: format?.isQuote ?? false,
      });
    }
    for (const text of open.line.drawn.lines) this.#blocks.push(plainParagraph(escapeHtml(text)));
    for (const box of open.line.drawn.boxes) this.#blocks.push(...new DocxBody(this.parts).read(box));
  }

  #rowsOf(table: XmlElement): TableCell[][] {
    const rows: TableCell[][] = [];
    /** The cells that further rows can continue, by column. */
    const merged = new Map<number, TableCell>();
    for (const row of partsOf(table, "w:tr")) {
      const properties = childOf(row, "w:trPr");
      if (childOf(properties, "w:del")) {
        this.parts.report.count("deletions");
        continue;
      }
      if (childOf(properties, "w:ins")) this.parts.report.count("insertions");
      if (wordSwitch(properties, "w:hidden")) {
        this.parts.report.count("hidden");
        continue;
      }
      const cells: TableCell[] = [];
      let column = Math.min(wordInteger(properties, "w:gridBefore") ?? 0, 100);
      if (column > 0) cells.push({ blocks: [], colspan: column, rowspan: 1, isHeader: false });
      for (const cell of partsOf(row, "w:tc")) {
        const { continues, begins, colspan, isDeleted } = spansOf(cell);
        if (isDeleted) {
          this.parts.report.count("deletions");
          continue;
        }
        const blocks = new DocxBody(this.parts, this.fields).read(cell);
        const above = continues ? merged.get(column) : undefined;
        const last = cells.at(-1);
        if (above) {
          above.rowspan++;
          above.blocks.push(...blocks);
        } else if (continues === "across" && last) {
          last.colspan++;
          last.blocks.push(...blocks);
        } else {
          const isHeader = wordSwitch(properties, "w:tblHeader") ?? false;
          const added: TableCell = { blocks, colspan, rowspan: 1, isHeader };
          cells.push(added);
          if (begins) merged.set(column, added);
          else merged.delete(column);
        }
        column += colspan;
      }
      if (cells.length > 0) rows.push(cells);
    }
    return rows;
  }
}

/** How a cell is merged with others. */
function spansOf(cell: XmlElement): {
  continues: "down" | "across" | null;
  begins: boolean;
  colspan: number;
  isDeleted: boolean;
} {
  const properties = childOf(cell, "w:tcPr");
  const down = childOf(properties, "w:vMerge");
  const isDown = down !== null && (down.attributes.get("w:val") ?? "continue") === "continue";
  const across = childOf(properties, "w:hMerge");
  const isAcross = across !== null && (across.attributes.get("w:val") ?? "continue") === "continue";
  return {
    continues: isDown ? "down" : isAcross ? "across" : null,
    begins: wordValue(properties, "w:vMerge") === "restart",
    colspan: Math.min(Math.max(wordInteger(properties, "w:gridSpan") ?? 1, 1), 100),
    isDeleted: childOf(properties, "w:cellDel") !== null,
  };
}

/** The rows of a table or the cells of a row, also those in content controls. */
function partsOf(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return /^w:(?:tbl|tr|tc|tblPr|trPr|tcPr|del|moveFrom)$/.test(child.name) ? [] : partsOf(child, name);
  });
}

/** Adds a paragraph of a drawing, such as one in a group of shapes. */
function readDrawn(paragraph: XmlElement, line: DocxLine): void {
  for (const element of descendantsOf(paragraph, "a:t", "a:br"))
    if (element.name === "a:br") line.inline.lineBreak();
    else line.inline.text(textOf(element));
}

function plainTextOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
