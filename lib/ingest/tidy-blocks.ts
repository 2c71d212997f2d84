import { isAllowedImage, spanIn } from "@/lib/document/article-nodes";
import { type CellSpan, isTooWide } from "@/lib/document/table-width";
import { asLines, renamed } from "./tidy-elements";

/*
 * Pages use tables, pictures and directions for their layout as well as for what they say. Here what they say is brought into the form
 * that our document knows, and the rest is taken apart, so that its words come in as paragraphs.
 */

/** Elements that a cell of a table of words does not hold. */
const LAYOUT = "table,h1,h2,h3,h4,h5,h6,section,article,figure,iframe,form,main,aside";

/** A picture that is smaller is an icon or counts visitors. In CSS pixels. */
const SMALLEST_PICTURE = 48;

/** Tables of words stay, with the words of their cells alone; tables that lay out a page become what stands in them. */
export function tidyTables(body: Element): void {
  // The innermost first, so that what is left of them does not decide about those around them.
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    for (const caption of [...table.querySelectorAll("caption")]) {
      if (caption.textContent?.trim()) table.before(renamed(caption, "p"));
      caption.remove();
    }
    if (holdsWords(table))
      for (const picture of [...table.querySelectorAll("img,picture,hr")]) picture.remove();
    else takeApart(table);
  }
}

function rowsOf(table: Element): Element[] {
  return [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
}

function holdsWords(table: Element): boolean {
  if (table.getAttribute("role") === "presentation" || table.querySelector(LAYOUT)) return false;
  const rows = rowsOf(table).filter((row) => row.children.length > 0);
  const widest = Math.max(0, ...rows.map((row) => row.children.length));
  if (rows.length < 2 || widest < 2) return false;
  if (isTooWide(rows.map((row) => [...row.children].map(spanOf)))) return false;
  if (table.querySelector("th,thead")) return true;
  // Rows of a table of words have much the same cells; a page that is laid out by a table has long passages in them.
  const cells = [...table.querySelectorAll("td")];
  return cells.every(
    (cell) => cell.querySelectorAll("p,div").length < 3 && (cell.textContent?.length ?? 0) < 1500,
  );
}

function spanOf(cell: Element): CellSpan {
  return { colspan: spanIn(cell, "colspan"), rowspan: spanIn(cell, "rowspan") };
}

function takeApart(table: Element): void {
  for (const row of rowsOf(table))
    for (const cell of [...row.children]) cell.replaceWith(renamed(cell, "div"));
  for (const row of rowsOf(table)) row.replaceWith(...row.childNodes);
  for (const part of [...table.children])
    if (/^(thead|tbody|tfoot)$/i.test(part.tagName)) part.replaceWith(...part.childNodes);
  for (const part of [...table.querySelectorAll("col,colgroup")]) part.remove();
  table.replaceWith(renamed(table, "div"));
}

/**
 * Pictures that stand for themselves stay, with their captions; those inside a line of text, icons, and those at no address go.
 * @param address where the page is from, to make the addresses of its pictures whole
 */
export function tidyPictures(body: Element, address?: string): void {
  for (const picture of [...body.querySelectorAll("img")]) {
    const src = addressOf(picture, address);
    if (src === null || isSmall(picture) || picture.closest("td,th") || isInLine(picture, body)) {
      picture.remove();
      continue;
    }
    const alone = body.ownerDocument.createElement("img");
    alone.setAttribute("src", src);
    const alt = picture.getAttribute("alt")?.replace(/\s+/g, " ").trim();
    if (alt) alone.setAttribute("alt", alt.slice(0, 1000));
    // Out of the links and paragraphs that hold nothing else.
    outermost(picture, body).replaceWith(alone);
  }
  // The innermost first, so that one within another is out of it before that is looked at.
  for (const figure of [...body.querySelectorAll("figure")].reverse()) tidyFigure(figure);
  for (const caption of body.querySelectorAll("figcaption"))
    if (!caption.closest("figure")) caption.replaceWith(renamed(caption, "div"));
}

function addressOf(picture: Element, base?: string): string | null {
  const set =
    picture.getAttribute("srcset") ??
    picture.parentElement?.querySelector("source[srcset]")?.getAttribute("srcset");
  const given = picture.getAttribute("src")?.trim() || set?.trim().split(/[\s,]+/)[0];
  if (!given || !URL.canParse(given, base)) return null;
  const whole = new URL(given, base).href;
  return isAllowedImage(whole) && whole.length <= 2048 ? whole : null;
}

function isSmall(picture: Element): boolean {
  return ["width", "height"].some((side) => {
    const given = Number.parseInt(picture.getAttribute(side) ?? "", 10);
    return Number.isInteger(given) && given < SMALLEST_PICTURE;
  });
}

/** The largest element around a picture that holds no words and no other picture. */
function outermost(picture: Element, body: Element): Element {
  let around: Element = picture;
  for (let parent = picture.parentElement; parent && parent !== body; parent = parent.parentElement) {
    if (!/^(a|p|span|picture|div|button|center|em|strong|b|i)$/i.test(parent.tagName)) break;
    if (parent.textContent?.trim() || parent.querySelectorAll("img").length > 1) break;
    around = parent;
  }
  return around;
}

/** Whether words stand in one line with it. */
function isInLine(picture: Element, body: Element): boolean {
  const around = outermost(picture, body);
  const line = around.parentElement?.closest("p,li,h1,h2,h3,h4,h5,h6,a,dt,dd,pre,figcaption");
  return Boolean(line && line !== around && body.contains(line) && line.textContent?.trim());
}

/** A figure of pictures becomes these with one caption; one of other things becomes these, and its captions paragraphs. */
function tidyFigure(figure: Element): void {
  const { ownerDocument: page } = figure;
  const captions = [...figure.querySelectorAll("figcaption")];
  const pictures = [...figure.querySelectorAll("img")];
  const rest = wordsBeside(figure, captions);
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

/** Whether words stand in a figure and in none of its captions. */
function wordsBeside(figure: Element, captions: readonly Element[]): boolean {
  const outermost = captions.filter((caption) => !caption.parentElement?.closest("figcaption"));
  const inCaptions = outermost.reduce((sum, { textContent }) => sum + wordLength(textContent), 0);
  return wordLength(figure.textContent) > inCaptions;
}

function wordLength(text: string | null): number {
  return (text ?? "").replace(/\s+/g, "").length;
}

/**
 * Says of each block that runs another way than the article how it runs, where the page says so of it or of something around it.
 * @param direction the article's
 */
export function tidyDirections(body: Element, direction: "ltr" | "rtl"): void {
  for (const block of [
    ...body.querySelectorAll("p,h1,h2,h3,h4,h5,h6,li,dt,dd,td,th,figcaption,blockquote,div"),
  ]) {
    const said = block.closest("[dir]")?.getAttribute("dir")?.toLowerCase();
    if ((said === "ltr" || said === "rtl") && said !== direction) spread(block, said);
  }
  for (const block of [...body.querySelectorAll(`[dir="${direction}"]`)]) block.removeAttribute("dir");
}

/** Text that stands in no paragraph yet gets one, which says the direction. */
function spread(block: Element, direction: string): void {
  if (/^(p|h[1-6]|figcaption)$/i.test(block.tagName)) {
    block.setAttribute("dir", direction);
    return;
  }
  const bare = [...block.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
  if (!bare || block.querySelector("p,div,ul,ol,table,blockquote,h1,h2,h3,h4,h5,h6")) return;
  const line = block.ownerDocument.createElement("p");
  line.setAttribute("dir", direction);
  line.append(...block.childNodes);
  block.append(line);
}
