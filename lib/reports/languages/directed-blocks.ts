import { directionOfText } from "@/lib/document/direction";
import type { Report, ReportBlock, ReportRun } from "../report";
import { type TextLanguage, textLanguage } from "../text-language";

/** A text of blocks, each with its own language and direction where they differ from those of the whole. */
export interface DirectedText extends TextLanguage {
  blocks: ReportBlock[];
}

/** The language and direction of a text, such as the reasons for a verdict, and of its blocks. */
export function directedBlocks(blocks: readonly ReportBlock[]): DirectedText {
  const texts = textsOf(blocks);
  const languages = new Set(
    texts.filter((text) => directionOfText(text) !== null).map((text) => textLanguage(text).lang),
  );
  const [only] = languages;
  const lang = languages.size === 1 ? only : undefined;
  const dir = directionOfText(texts.join(" ")) ?? "ltr";
  const around = { ...(lang !== undefined && { lang }), dir };
  return { ...around, blocks: blocks.map((block) => directed(block, around)) };
}

/** The blocks of an article, each with its own language and direction where they differ from those of the article. */
export function articleBlocks({
  blocks,
  language,
  direction,
}: Pick<Report["article"], "blocks" | "language" | "direction">): ReportBlock[] {
  return blocks.map((block) => directed(block, { lang: language, dir: direction }, language));
}

/** In an article in other letters: Latin ones do not tell their language, but it is not that of the article. */
const LATIN = "und-Latn";

/** @param known BCP 47 tag of the text that the block comes from */
function directed(block: ReportBlock, around: TextLanguage, known?: string): ReportBlock {
  const inside = (inner: ReportBlock) => directed(inner, around, known);
  switch (block.type) {
    case "quote":
      return { ...block, blocks: block.blocks.map(inside) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map(inside)) };
    case "table":
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(inside) }))),
      };
    case "heading":
    case "paragraph":
    case "code":
    case "figure": {
      const { dir: importedDir, lang: _, ...rest } = block;
      const text = textOf(block.type === "figure" ? block.caption : block.runs);
      const letters = directionOfText(text);
      const own =
        textLanguage(text, known).lang ?? (known === undefined || letters === null ? undefined : LATIN);
      const dir = importedDir ?? letters ?? around.dir;
      return {
        ...rest,
        ...(dir !== around.dir && { dir }),
        ...(own !== undefined && own !== around.lang && { lang: own }),
      };
    }
    default:
      return block;
  }
}

/** The text of each block with letters of its own. */
function textsOf(blocks: readonly ReportBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case "quote":
        return textsOf(block.blocks);
      case "list":
        return block.items.flatMap(textsOf);
      case "table":
        return block.rows.flat().flatMap((cell) => textsOf(cell.blocks));
      case "figure":
        return [textOf(block.caption)];
      case "heading":
      case "paragraph":
        return [textOf(block.runs)];
      default:
        return [];
    }
  });
}

function textOf(runs: readonly ReportRun[]): string {
  return runs.map(({ text }) => text).join("");
}
