import type { DocumentNode } from "@/lib/document/document";
import { isAllowedHref } from "@/lib/document/extensions";
import { nonBlankLines } from "@/lib/non-blank-lines";
import { isObject, type JsonObject, listOf, objectsIn } from "./loose-json";

/** Deeper lists and quotations become plain paragraphs. */
const MAX_DEPTH = 12;

/** A rationale of plain paragraphs, one per line; null if the text is blank. */
export function rationaleOf(text: string | null): DocumentNode | null {
  const lines = nonBlankLines((text ?? "").replaceAll(/\r\n?/g, "\n"));
  if (lines.length === 0) return null;
  return {
    type: "doc",
    content: lines.map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] })),
  };
}

/** The rationale that a Report's blocks (`ReportClaim.rationale`) were made from; null if they have no text. */
export function rationaleOfBlocks(blocks: unknown): DocumentNode | null {
  const content = nodesOf(blocks, 0);
  return content.some(hasText) ? { type: "doc", content } : null;
}

function nodesOf(blocks: unknown, depth: number): DocumentNode[] {
  if (depth > MAX_DEPTH) return [];
  return objectsIn(blocks).flatMap((block): DocumentNode[] => {
    if (Array.isArray(block.runs)) return [paragraphOf(block.runs)];
    if (block.type === "list") return listNodes(block, depth);
    if (Array.isArray(block.blocks)) return nodesOf(block.blocks, depth + 1);
    // Tables and figures are not a part of rationales; their text stays.
    if (Array.isArray(block.rows))
      return listOf(block.rows.flat()).flatMap((cell) => nodesOf([cell], depth + 1));
    return Array.isArray(block.caption) ? [paragraphOf(block.caption)] : [];
  });
}

function listNodes({ ordered, start, items }: JsonObject, depth: number): DocumentNode[] {
  const content = listOf(items).flatMap((item): DocumentNode[] => {
    const inside = nodesOf(item, depth + 1);
    if (inside.length === 0) return [];
    const first = inside[0]?.type === "paragraph" ? [] : [{ type: "paragraph" }];
    return [{ type: "listItem", content: [...first, ...inside] }];
  });
  if (content.length === 0) return [];
  if (ordered !== true) return [{ type: "bulletList", content }];
  return [{ type: "orderedList", attrs: { start: Number.isInteger(start) ? start : 1 }, content }];
}

function paragraphOf(runs: readonly unknown[]): DocumentNode {
  const content = runs.flatMap((run): DocumentNode[] => {
    if (!isObject(run) || typeof run.text !== "string" || run.text === "") return [];
    if (run.text === "\n") return [{ type: "hardBreak" }];
    const marks = [
      ...(isAllowedHref(run.href) ? [{ type: "link", attrs: { href: run.href } }] : []),
      ...(run.strong === true ? [{ type: "bold" }] : []),
      ...(run.emphasis === true ? [{ type: "italic" }] : []),
    ];
    return [{ type: "text", text: run.text, ...(marks.length > 0 && { marks }) }];
  });
  return { type: "paragraph", ...(content.length > 0 && { content }) };
}

function hasText({ text, content = [] }: DocumentNode): boolean {
  return (text ?? "").trim() !== "" || content.some(hasText);
}
