import { directionOf } from "@/lib/document/direction";
import { fitsAddress, listStart } from "@/lib/document/output-bounds";
import type { ReportBlock, ReportPicture, ReportRun } from "../../report";
import type { ReportWords } from "../../report-words";
import { placeCells } from "../place-cells";
import { composedView, type PieceView, typstLanguage } from "./field-view";

/**
 * Moves the article's headings below the section heading without skipped levels, as PDF/UA-1 requires: if the article goes from its
 * first level to its third, the third becomes the second.
 */
export function levelled(blocks: readonly ReportBlock[]): ReportBlock[] {
  const open: number[] = [];
  const walk = (block: ReportBlock): ReportBlock => {
    if (block.type === "quote") return { ...block, blocks: block.blocks.map(walk) };
    if (block.type === "list") return { ...block, items: block.items.map((item) => item.map(walk)) };
    if (block.type === "table")
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(walk) }))),
      };
    if (block.type !== "heading") return block;
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    return { ...block, level: Math.min(open.length + 2, 6) as 3 | 4 | 5 | 6 };
  };
  return blocks.map(walk);
}

/** Typst fails on deeper nesting, and there is no room for more indents on paper. */
const MAX_DEPTH = 10;

/**
 * Prepares blocks for report.typ: positions table cells, describes images, and flattens quotes and lists that are nested too deep.
 * @param language BCP 47, of the blocks
 */
export function drawable(
  blocks: readonly ReportBlock[],
  words: ReportWords,
  language: string,
  depth = 0,
): unknown[] {
  const inside = (inner: readonly ReportBlock[]) => drawable(inner, words, language, depth + 1);
  return blocks.flatMap((block) => {
    const own = ("lang" in block && block.lang) || language;
    const drawRun = (run: ReportRun) => ({ ...linkable(run), ...wordsIn(run.text, own) });
    switch (block.type) {
      case "quote":
        return depth < MAX_DEPTH
          ? { ...block, blocks: inside(block.blocks) }
          : drawable(block.blocks, words, language, depth);
      case "list":
        return depth < MAX_DEPTH
          ? { ...block, start: listStart(block.start), items: block.items.map(inside) }
          : block.items.flatMap((item) => drawable(item, words, language, depth));
      case "table":
        return {
          type: "table",
          ...placeCells(block.rows, (cell) => ({ header: cell.header, blocks: inside(cell.blocks) })),
        };
      case "figure":
        return {
          ...block,
          pictures: block.pictures.map((picture) => ({
            ...describedPicture(picture, words, own),
            src: fitsAddress(picture.src) ? picture.src : null,
          })),
          caption: block.caption.map(drawRun),
          ...ownLanguage(block),
        };
      default:
        return "runs" in block ? { ...block, runs: block.runs.map(drawRun), ...ownLanguage(block) } : block;
    }
  });
}

/** What is said for a picture: in the language of the output, also in a text of another one. */
function describedPicture(picture: ReportPicture, words: ReportWords, around: string) {
  const { description, host } = words.describePicture(picture);
  const { language } = words;
  return {
    description: {
      pieces: composedView(description, language, around),
      ...typstLanguage({ lang: language, dir: directionOf(language) }),
    },
    host,
  };
}

/** The pieces of a run with words in other letters; their direction is what Unicode makes of it in the text. */
function wordsIn(text: string, language: string): { pieces?: PieceView[] } {
  const pieces = composedView(text, language);
  return pieces.some((piece) => typeof piece !== "string") ? { pieces } : {};
}

/** The language of a block that differs from the text around it, as Typst takes it. */
function ownLanguage(block: { type: string; lang?: string }) {
  if (block.lang === undefined) return {};
  const { lang, region } = typstLanguage({ lang: block.lang, dir: "ltr" });
  return { lang, region };
}

/** A run without its link if the address is too long for a PDF, as in publications that were made before there was a limit. */
function linkable({ href, ...run }: ReportRun): ReportRun {
  return href !== undefined && fitsAddress(href) ? { ...run, href } : run;
}
