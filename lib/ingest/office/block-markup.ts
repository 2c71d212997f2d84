import { escapeHtml } from "./inline-markup";

/** An item of a list that our lists can express. */
export interface ListItem {
  /** From 0, the outermost. */
  level: number;
  /** Its number; null for a bullet. */
  number: number | null;
  /** Whether it is a further paragraph of the item before it. */
  continues?: boolean;
}

/** A block of a document. */
export type OfficeBlock =
  | {
      kind: "paragraph";
      tag: "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6";
      /** HTML. */
      content: string;
      dir: "ltr" | "rtl" | null;
      item: ListItem | null;
      /** Whether it is styled as a quotation. */
      isQuote: boolean;
    }
  | { kind: "table"; rows: TableCell[][] }
  /** HTML from elsewhere, such as a part of the file that is HTML. */
  | { kind: "markup"; html: string };

export interface TableCell {
  blocks: OfficeBlock[];
  colspan: number;
  rowspan: number;
  isHeader: boolean;
}

/** A paragraph with no list and no style. */
export function plainParagraph(content: string, dir: "ltr" | "rtl" | null = null): OfficeBlock {
  return { kind: "paragraph", tag: "p", content, dir, item: null, isQuote: false };
}

/** The blocks of a note, with its label in front. */
export function withLabel(blocks: readonly OfficeBlock[], label: string): OfficeBlock[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return [plainParagraph(escapeHtml(label)), ...blocks];
  const content = `${escapeHtml(label)} ${first.content.trimStart()}`;
  return [{ ...first, item: null, content }, ...rest];
}

/** Writes the HTML of blocks; items that follow each other become lists. */
export function blockMarkup(blocks: readonly OfficeBlock[]): string {
  const parts: string[] = [];
  const lists = new OpenLists(parts);
  let inQuote = false;
  for (const block of blocks) {
    const isQuote = block.kind === "paragraph" && block.isQuote && !block.item;
    if (block.kind !== "paragraph" || !block.item) lists.close();
    if (inQuote && !isQuote) parts.push("</blockquote>");
    if (isQuote && !inQuote) parts.push("<blockquote>");
    inQuote = isQuote;
    if (block.kind === "markup") parts.push(`<div>${block.html}</div>`);
    else if (block.kind === "table") parts.push(tableMarkup(block.rows));
    else if (block.item) lists.add(block.item, paragraphMarkup({ ...block, tag: "p" }));
    else parts.push(paragraphMarkup(block));
  }
  lists.close();
  if (inQuote) parts.push("</blockquote>");
  return parts.join("\n");
}

function paragraphMarkup({ tag, content, dir }: Extract<OfficeBlock, { kind: "paragraph" }>): string {
  return `<${tag}${dir ? ` dir="${dir}"` : ""}>${content}</${tag}>`;
}

/** The lists that are open at one point of a document, outermost first. */
class OpenLists {
  #open: { level: number; tag: "ol" | "ul"; next: number }[] = [];

  constructor(readonly parts: string[]) {}

  add({ level, number, continues }: ListItem, content: string): void {
    if (continues) {
      while ((this.#open.at(-1)?.level ?? -1) > level) this.#closeLast();
      this.parts.push(content);
      return;
    }
    const tag = number === null ? "ul" : "ol";
    while ((this.#open.at(-1)?.level ?? -1) > level) this.#closeLast();
    const last = this.#open.at(-1);
    if (last?.level === level && (last.tag !== tag || (number !== null && last.next !== number)))
      this.#closeLast();
    const same = this.#open.at(-1);
    if (same?.level === level) {
      this.parts.push("</li>");
      same.next++;
    } else {
      this.parts.push(number === null || number === 1 ? `<${tag}>` : `<ol start="${number}">`);
      this.#open.push({ level, tag, next: (number ?? 0) + 1 });
    }
    this.parts.push(`<li>${content}`);
  }

  close(): void {
    while (this.#open.length > 0) this.#closeLast();
  }

  #closeLast(): void {
    this.parts.push(`</li></${this.#open.pop()?.tag}>`);
  }
}

function tableMarkup(rows: readonly TableCell[][]): string {
  const lines = rows.map((row) => `<tr>${row.map(cellMarkup).join("")}</tr>`);
  return `<table>${lines.join("\n")}</table>`;
}

function cellMarkup({ blocks, colspan, rowspan, isHeader }: TableCell): string {
  const tag = isHeader ? "th" : "td";
  const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ""}${rowspan > 1 ? ` rowspan="${rowspan}"` : ""}`;
  // A heading in a cell would make the table look like the layout of a page.
  const content = blocks.map(
    (block): OfficeBlock =>
      block.kind === "paragraph" && block.tag !== "p"
        ? { ...block, tag: "p", content: `<strong>${block.content}</strong>` }
        : block,
  );
  return `<${tag}${spans}>${blockMarkup(content)}</${tag}>`;
}

/** A page around the HTML of a document, with its language. */
export function pageMarkup(body: string, language: string | undefined): string {
  return `<html${language ? ` lang="${escapeHtml(language)}"` : ""}><body>${body}</body></html>`;
}
