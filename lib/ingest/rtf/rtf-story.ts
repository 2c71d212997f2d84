import type { OfficeBlock, TableCell } from "../office/block-markup";
import { escapeHtml, InlineMarkup } from "../office/inline-markup";

/** What applies to a paragraph. */
export interface RtfParagraph {
  /** The number of its style. */
  style: number;
  /** From 0; null for text. */
  outlineLevel: number | null;
  isRightToLeft: boolean;
  inTable: boolean;
  listLevel: number;
}

export const PLAIN_PARAGRAPH: RtfParagraph = {
  style: 0,
  outlineLevel: null,
  isRightToLeft: false,
  inTable: false,
  listLevel: 0,
};

/** One cell of a row as the row defines it. */
export interface CellDefinition {
  down: "first" | "more" | null;
  across: "more" | null;
}

/** A text with its own paragraphs: the body, a note, or a text box. */
export class RtfStory {
  readonly blocks: OfficeBlock[] = [];
  inline = new InlineMarkup();
  /** What the file shows in front of the paragraph, such as "1." or a bullet; null outside lists. */
  sign: string | null = null;
  /** What applied to the last text. */
  paragraph = PLAIN_PARAGRAPH;
  #boxes: OfficeBlock[] = [];
  #cellBlocks: OfficeBlock[] = [];
  #cells: OfficeBlock[][] = [];
  #rows: TableCell[][] = [];
  #merged = new Map<number, TableCell>();

  /** @param styleName the name of a paragraph style, in lower case */
  constructor(private readonly styleName: (style: number) => string) {}

  /** Adds text boxes behind the paragraph that they belong to. */
  addBox(blocks: readonly OfficeBlock[]): void {
    this.#boxes.push(...blocks);
  }

  endParagraph(paragraph: RtfParagraph): void {
    if (!paragraph.inTable) this.#endTable();
    const target = paragraph.inTable ? this.#cellBlocks : this.blocks;
    const html = this.inline.toString();
    if (html.replace(/<br>|[\s\u00a0]+/g, "") !== "") target.push(this.#block(html, paragraph));
    target.push(...this.#boxes);
    this.#boxes = [];
    this.inline = new InlineMarkup();
    this.sign = null;
  }

  endCell(paragraph: RtfParagraph): void {
    this.endParagraph({ ...paragraph, inTable: true });
    this.#cells.push(this.#cellBlocks);
    this.#cellBlocks = [];
  }

  /** @param definitions of the row's cells */
  endRow(definitions: readonly CellDefinition[], isHeader: boolean): void {
    const cells = this.#cells;
    this.#cells = [];
    const row: TableCell[] = [];
    cells.forEach((blocks, column) => {
      const { down, across } = definitions[column] ?? { down: null, across: null };
      const above = down === "more" ? this.#merged.get(column) : undefined;
      const before = row.at(-1);
      if (above) {
        above.rowspan++;
        above.blocks.push(...blocks);
      } else if (across && before) {
        before.colspan++;
        before.blocks.push(...blocks);
      } else {
        const cell: TableCell = { blocks, colspan: 1, rowspan: 1, isHeader };
        row.push(cell);
        if (down === "first") this.#merged.set(column, cell);
        else this.#merged.delete(column);
      }
    });
    if (row.length > 0) this.#rows.push(row);
  }

  /** Ends the story. */
  end(): OfficeBlock[] {
    this.endParagraph({ ...this.paragraph, inTable: this.#cells.length > 0 });
    // A row without an end.
    if (this.#cellBlocks.length > 0) this.#cells.push(this.#cellBlocks);
    if (this.#cells.length > 0) this.endRow([], false);
    this.#endTable();
    return this.blocks;
  }

  #endTable(): void {
    if (this.#rows.length > 0) this.blocks.push({ kind: "table", rows: this.#rows });
    this.#rows = [];
    this.#merged = new Map();
  }

  #block(html: string, paragraph: RtfParagraph): OfficeBlock {
    const name = this.styleName(paragraph.style);
    const named = /^heading ([1-9])$/.exec(name)?.[1];
    const level = name === "title" ? 0 : named ? Number(named) - 1 : paragraph.outlineLevel;
    const sign = this.sign?.trim() ?? "";
    const number = /^(\d{1,9})[.)]?$/.exec(sign)?.[1];
    const isBullet = this.sign !== null && !/[\p{L}\p{N}]/u.test(sign);
    const isHeading = level !== null && level >= 0 && level < 9;
    const isItem = !isHeading && (number !== undefined || isBullet || /^[o§]$/.test(sign));
    return {
      kind: "paragraph",
      tag: isHeading ? (`h${Math.min(level + 1, 6)}` as "h1") : "p",
      content: (isItem || sign === "" || isBullet ? "" : `${escapeHtml(sign)} `) + html,
      dir: paragraph.isRightToLeft ? "rtl" : null,
      item: isItem
        ? { level: paragraph.listLevel, number: number === undefined ? null : Number(number) }
        : null,
      isQuote: /^(?:intense )?quote$/.test(name),
    };
  }
}
