import type { OfficeBlock, TableCell } from "../office/block-markup";
import { escapeHtml } from "../office/inline-markup";
import { childrenOf, descendantsOf, textOf, type XmlElement } from "../office/xml-tree";
import { OdtLine } from "./odt-line";
import { type Counters, nextNumber } from "./odt-lists";
import type { OdtParts } from "./odt-parts";

/** The position of a paragraph in a list. */
interface InList {
  style: string;
  /** From 1. */
  level: number;
  counters: Counters;
  /** A number that the item starts from. */
  start: number | null;
  /** Whether the paragraph begins an item. */
  isFirst: boolean;
}

/** Most copies of a cell or a row that a file can ask for. */
const MAX_REPEATED = 100;

/** Reads the blocks of a document's body, a note or a frame. */
export class OdtBody {
  #blocks: OfficeBlock[] = [];
  #headings: Counters = [];
  /** The first paragraph in the style of a title. */
  title: string | null = null;

  constructor(private readonly parts: OdtParts) {}

  /** The blocks in an element such as office:text or draw:text-box. */
  read(container: XmlElement): OfficeBlock[] {
    this.#walkAll(container, null);
    return this.#blocks;
  }

  #walkAll(element: XmlElement, list: InList | null): void {
    for (const child of childrenOf(element)) this.#walk(child, list);
  }

  #walk(element: XmlElement, list: InList | null): void {
    const { report } = this.parts;
    switch (element.name) {
      case "text:p":
      case "text:h":
        this.#paragraph(element, list);
        return;
      case "text:list":
        this.#list(element, list);
        return;
      case "text:numbered-paragraph": {
        const style = element.attributes.get("text:style-name") ?? "";
        const level = Number.parseInt(element.attributes.get("text:level") ?? "1", 10) || 1;
        const counters = this.parts.lists.open({ ...element, attributes: CONTINUED }, style);
        this.#walkAll(element, { style, level, counters, start: startOf(element), isFirst: true });
        return;
      }
      case "table:table": {
        const rows = this.#rowsOf(element);
        if (rows.length > 0) this.#blocks.push({ kind: "table", rows });
        return;
      }
      case "text:section":
        if (isHiddenSection(element)) {
          if (textOf(element).trim() !== "") report.count("hidden");
          return;
        }
        this.#walkAll(element, list);
        return;
      case "text:tracked-changes":
        for (const change of descendantsOf(element, "text:insertion", "text:deletion"))
          report.count(change.name === "text:insertion" ? "insertions" : "deletions");
        return;
      case "draw:frame":
      case "draw:custom-shape":
      case "draw:g":
        // Fixed to a page rather than a paragraph.
        this.#paragraph({ name: "text:p", attributes: new Map(), children: [element] }, null);
        return;
      case "office:annotation":
        report.count("comments");
        return;
      case "office:forms":
      case "svg:title":
      case "svg:desc":
        return;
      default:
        if (/-(?:decls|source)$/.test(element.name)) return;
        this.#walkAll(element, list);
    }
  }

  #list(element: XmlElement, outer: InList | null): void {
    const style = element.attributes.get("text:style-name") ?? outer?.style ?? "";
    const level = (outer?.level ?? 0) + 1;
    const counters = outer?.counters ?? this.parts.lists.open(element, style);
    for (const item of childrenOf(element)) {
      if (item.name === "text:list-header") this.#walkAll(item, null);
      if (item.name !== "text:list-item") continue;
      let isFirst = true;
      for (const child of childrenOf(item)) {
        this.#walk(child, { style, level, counters, start: startOf(item), isFirst });
        if (child.name === "text:p" || child.name === "text:h") isFirst = false;
      }
    }
  }

  #paragraph(element: XmlElement, list: InList | null): void {
    const { styles, report } = this.parts;
    const styleName = element.attributes.get("text:style-name");
    const style = styles.paragraph(styleName);
    const text = styles.text("paragraph", styleName);
    const isHidden = descendantsOf(element, "text:hidden-paragraph").some(
      ({ attributes }) => attributes.get("text:is-hidden") === "true",
    );
    if (isHidden) {
      report.count("hidden");
      return;
    }
    const line = new OdtLine(this.parts);
    line.read(element, { hidden: text.hidden, raised: text.raised, font: text.font, strike: text.strike });
    const html = line.inline.toString();
    const isHeading = element.name === "text:h";
    const level = Number.parseInt(element.attributes.get("text:outline-level") ?? "1", 10) || 1;
    if (html.replace(/<br>|[\s\u00a0]+/g, "") !== "") {
      const { item, label } =
        isHeading && !list ? this.#headingLabel(element, level, style.list) : this.#sign(list, isHeading);
      if (label) this.parts.labels.add(label);
      if (style.isTitle) this.title ??= textOf(element).replace(/\s+/g, " ").trim();
      this.#blocks.push({
        kind: "paragraph",
        tag: style.isTitle ? "h1" : isHeading ? (`h${Math.min(level, 6)}` as "h1") : "p",
        content: (label && `${escapeHtml(label)} `) + html,
        dir: style.isRightToLeft ? "rtl" : null,
        item,
        isQuote: style.isQuote,
      });
    }
    for (const box of line.boxes) this.#blocks.push(...new OdtBody(this.parts).read(box));
  }

  /** The sign of an item, as our list or as text. */
  #sign(
    list: InList | null,
    isHeading: boolean,
  ): { item: Extract<OfficeBlock, { kind: "paragraph" }>["item"]; label: string } {
    if (!list) return { item: null, label: "" };
    const levelAt = (level: number) => this.parts.styles.level(list.style, level);
    const own = levelAt(list.level);
    const level = list.level - 1;
    if (!list.isFirst)
      return { item: isHeading ? null : { level, number: null, continues: true }, label: "" };
    if (!own || own.isBullet) return { item: isHeading ? null : { level, number: null }, label: "" };
    const { number, label, isPlain } = nextNumber(list.counters, list.level, list.start, levelAt);
    list.start = null;
    return isPlain && !isHeading ? { item: { level, number }, label: "" } : { item: null, label };
  }

  #headingLabel(element: XmlElement, level: number, list: string | null): { item: null; label: string } {
    const { styles } = this.parts;
    const levelAt = (each: number) => styles.outline.get(each) ?? null;
    // A style with an empty list has no numbers.
    if (!levelAt(level) || element.attributes.get("text:is-list-header") === "true")
      return { item: null, label: "" };
    if (list !== null && list !== "Outline" && styles.level(list, level) === null)
      return { item: null, label: "" };
    const start = element.attributes.get("text:restart-numbering") === "true" ? startOf(element) : null;
    return { item: null, label: nextNumber(this.#headings, level, start, levelAt).label };
  }

  #rowsOf(table: XmlElement): TableCell[][] {
    const rows: TableCell[][] = [];
    const walk = (element: XmlElement, isHeader: boolean) => {
      for (const child of childrenOf(element)) {
        if (child.name === "table:table-row") {
          if (child.attributes.get("table:visibility") === "collapse") {
            if (textOf(child).trim() !== "") this.parts.report.count("hidden");
            continue;
          }
          const cells = this.#cellsOf(child, isHeader);
          if (cells.length > 0)
            for (let copy = this.#copies(child, "rows"); copy > 0; copy--) rows.push(cells);
        } else if (/^table:table-(?:header-rows|rows|row-group)$/.test(child.name))
          walk(child, isHeader || child.name === "table:table-header-rows");
        else if (child.name === "text:soft-page-break") continue;
      }
    };
    walk(table, false);
    return rows;
  }

  #cellsOf(row: XmlElement, isHeader: boolean): TableCell[] {
    return childrenOf(row, "table:table-cell").flatMap((cell) => {
      const span = (name: string) =>
        Math.min(Math.max(Number.parseInt(cell.attributes.get(name) ?? "1", 10) || 1, 1), MAX_REPEATED);
      const read: TableCell = {
        blocks: new OdtBody(this.parts).read(cell),
        colspan: span("table:number-columns-spanned"),
        rowspan: span("table:number-rows-spanned"),
        isHeader,
      };
      return Array.from({ length: this.#copies(cell, "columns") }, () => read);
    });
  }

  /** How many copies of a row or a cell there are. Files fill a page with copies of an empty cell; one will do. */
  #copies(element: XmlElement, what: "rows" | "columns"): number {
    const count = Number.parseInt(element.attributes.get(`table:number-${what}-repeated`) ?? "1", 10) || 1;
    if (count <= 1) return 1;
    const length = textOf(element).trim().length;
    if (length === 0 || count > MAX_REPEATED || descendantsOf(element, "table:table").length > 0) return 1;
    const { copies } = this.parts;
    copies.left -= length * (count - 1);
    return copies.left >= 0 ? count : 1;
  }
}

const CONTINUED: ReadonlyMap<string, string> = new Map([["text:continue-numbering", "true"]]);

function startOf(element: XmlElement): number | null {
  const start = Number.parseInt(element.attributes.get("text:start-value") ?? "", 10);
  return Number.isNaN(start) ? null : start;
}

function isHiddenSection({ attributes }: XmlElement): boolean {
  const display = attributes.get("text:display");
  return display === "none" || (display === "condition" && attributes.get("text:is-hidden") === "true");
}
