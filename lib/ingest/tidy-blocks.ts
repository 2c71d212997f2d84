import { isAllowedImage, spanIn } from "@/lib/document/article-nodes";
import { directionOfText } from "@/lib/document/direction";
import { type CellSpan, isTooWide } from "@/lib/document/table-width";
import { asLines, renamed } from "./tidy-elements";

/*
 * Pages use tables, images and directions both for content and for layout. This converts the content into forms that our document knows,
 * and unwraps the rest, so that its text becomes paragraphs.
 */

/** Elements that do not occur in cells of a data table. */
const LAYOUT = "table,h1,h2,h3,h4,h5,h6,section,article,figure,iframe,form,main,aside";

/** In CSS pixels; smaller images are icons or tracking pixels. */
const MIN_IMAGE_SIZE = 48;

/** Keeps data tables, with only the text of their cells; unwraps layout tables. */
export function tidyTables(body: Element): void {
  // Innermost first, so that nested tables are resolved before their outer ones are judged.
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    for (const caption of [...table.querySelectorAll("caption")]) {
      if (caption.textContent?.trim()) table.before(renamed(caption, "p"));
      caption.remove();
    }
    if (isDataTable(table))
      for (const picture of [...table.querySelectorAll("img,picture,hr")]) picture.remove();
    else unwrapTable(table);
  }
}

function rowsOf(table: Element): Element[] {
  return [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
}

function isDataTable(table: Element): boolean {
  if (table.getAttribute("role") === "presentation" || table.querySelector(LAYOUT)) return false;
  const rows = rowsOf(table).filter((row) => row.children.length > 0);
  const widest = Math.max(0, ...rows.map((row) => row.children.length));
  if (rows.length < 2 || widest < 2) return false;
  if (isTooWide(rows.map((row) => [...row.children].map(spanOf)))) return false;
  if (table.querySelector("th,thead")) return true;
  // Cells of data tables are short; layout tables contain long passages.
  const cells = [...table.querySelectorAll("td")];
  return cells.every(
    (cell) => cell.querySelectorAll("p,div").length < 3 && (cell.textContent?.length ?? 0) < 1500,
  );
}

function spanOf(cell: Element): CellSpan {
  return { colspan: spanIn(cell, "colspan"), rowspan: spanIn(cell, "rowspan") };
}

function unwrapTable(table: Element): void {
  for (const row of rowsOf(table))
    for (const cell of [...row.children]) cell.replaceWith(renamed(cell, "div"));
  for (const row of rowsOf(table)) row.replaceWith(...row.childNodes);
  for (const part of [...table.children])
    if (/^(thead|tbody|tfoot)$/i.test(part.tagName)) part.replaceWith(...part.childNodes);
  for (const part of [...table.querySelectorAll("col,colgroup")]) part.remove();
  table.replaceWith(renamed(table, "div"));
}

/**
 * Keeps standalone images with their captions; removes inline images, icons, and images without an address.
 * @param address where the page is from, to resolve image addresses
 */
export function tidyPictures(body: Element, address?: string): void {
  for (const picture of [...body.querySelectorAll("img")]) {
    const src = addressOf(picture, address);
    if (src === null || isSmall(picture) || picture.closest("td,th") || isInLine(picture, body)) {
      picture.remove();
      continue;
    }
    const image = body.ownerDocument.createElement("img");
    image.setAttribute("src", src);
    const alt = picture.getAttribute("alt")?.replace(/\s+/g, " ").trim();
    if (alt) image.setAttribute("alt", alt.slice(0, 1000));
    // Also replaces links and paragraphs around it that contain nothing else.
    outermost(picture, body).replaceWith(image);
  }
  // Innermost first, so that nested figures are resolved before their outer ones.
  for (const figure of [...body.querySelectorAll("figure")].reverse()) tidyFigure(figure);
  for (const caption of body.querySelectorAll("figcaption"))
    if (!caption.closest("figure")) caption.replaceWith(renamed(caption, "div"));
}

function addressOf(picture: Element, base?: string): string | null {
  const set =
    picture.getAttribute("srcset") ??
    picture.parentElement?.querySelector("source[srcset]")?.getAttribute("srcset");
  const src = picture.getAttribute("src")?.trim() || set?.trim().split(/[\s,]+/)[0];
  if (!src || !URL.canParse(src, base)) return null;
  const absolute = new URL(src, base).href;
  return isAllowedImage(absolute) && absolute.length <= 2048 ? absolute : null;
}

function isSmall(picture: Element): boolean {
  return ["width", "height"].some((side) => {
    const pixels = Number.parseInt(picture.getAttribute(side) ?? "", 10);
    return Number.isInteger(pixels) && pixels < MIN_IMAGE_SIZE;
  });
}

/** The outermost element around an image that contains no text and no other image. */
function outermost(picture: Element, body: Element): Element {
  let around: Element = picture;
  for (let parent = picture.parentElement; parent && parent !== body; parent = parent.parentElement) {
    if (!/^(a|p|span|picture|div|button|center|em|strong|b|i)$/i.test(parent.tagName)) break;
    if (parent.textContent?.trim() || parent.querySelectorAll("img").length > 1) break;
    around = parent;
  }
  return around;
}

/** Whether an image shares its line with text. */
function isInLine(picture: Element, body: Element): boolean {
  const around = outermost(picture, body);
  const line = around.parentElement?.closest("p,li,h1,h2,h3,h4,h5,h6,a,dt,dd,pre,figcaption");
  return Boolean(line && line !== around && body.contains(line) && line.textContent?.trim());
}

/** A figure of images gets one caption; any other figure is unwrapped, and its captions become paragraphs. */
function tidyFigure(figure: Element): void {
  const { ownerDocument: page } = figure;
  const captions = [...figure.querySelectorAll("figcaption")];
  const pictures = [...figure.querySelectorAll("img")];
  const rest = hasOtherText(figure, captions);
  if (pictures.length === 0 || rest) {
    for (const caption of captions) caption.replaceWith(renamed(caption, "div"));
    figure.replaceWith(renamed(figure, "div"));
    return;
  }
  const tidy = page.createElement("figure");
  tidy.append(...pictures);
  const line = page.createElement("figcaption");
  for (const caption of captions) line.append(renamed(caption, "div"));
  asLines(line);
  if (line.textContent?.trim()) tidy.append(line);
  figure.replaceWith(tidy);
}

/** Whether a figure has text outside its captions. */
function hasOtherText(figure: Element, captions: readonly Element[]): boolean {
  const outermost = captions.filter((caption) => !caption.parentElement?.closest("figcaption"));
  const inCaptions = outermost.reduce((sum, { textContent }) => sum + textLength(textContent), 0);
  return textLength(figure.textContent) > inCaptions;
}

function textLength(text: string | null): number {
  return (text ?? "").replace(/\s+/g, "").length;
}

/**
 * Sets the direction of each block that differs from the article's: from a dir attribute of its own or around it inside the text, else from
 * its letters, else from the page.
 * @param direction the article's
 */
export function tidyDirections(body: Element, direction: "ltr" | "rtl"): void {
  for (const block of [
    ...body.querySelectorAll("p,h1,h2,h3,h4,h5,h6,li,dt,dd,td,th,figcaption,blockquote,div"),
  ]) {
    if (!holdsLine(block)) continue;
    const marked = block.closest("[dir]");
    const declared = marked?.getAttribute("dir")?.toLowerCase();
    const isMarked = marked !== body && (declared === "ltr" || declared === "rtl");
    const found = isMarked ? declared : (directionOfText(block.textContent ?? "") ?? declared);
    if ((found === "ltr" || found === "rtl") && found !== direction) spread(block, found);
    else block.removeAttribute("dir");
  }
  for (const block of [...body.querySelectorAll(`[dir="${direction}"]`)]) block.removeAttribute("dir");
}

/** Whether a block is a line of text, or has text directly in it and no other blocks. */
function holdsLine(block: Element): boolean {
  if (LINE.test(block.tagName)) return true;
  const bare = [...block.childNodes].some((node) => node.textContent?.trim());
  return bare && !block.querySelector("p,div,ul,ol,dl,table,blockquote,h1,h2,h3,h4,h5,h6,pre,figure,hr");
}

const LINE = /^(p|h[1-6]|figcaption)$/i;

/** Sets a block's direction; text directly inside it is wrapped in a paragraph for that. */
function spread(block: Element, direction: string): void {
  if (LINE.test(block.tagName)) {
    block.setAttribute("dir", direction);
    return;
  }
  const line = block.ownerDocument.createElement("p");
  line.setAttribute("dir", direction);
  line.append(...block.childNodes);
  block.append(line);
}
