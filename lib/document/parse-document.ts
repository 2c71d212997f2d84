import { Node, type Schema } from "@tiptap/pm/model";
import { err, ok, type Result } from "@/lib/result";
import { isAllowedImage, MAX_SPAN } from "./article-nodes";
import { isAllowedHref } from "./extensions";
import { type CellSpan, isTooWide, MAX_COLUMNS } from "./table-width";

/** Deeper than any article; shallow enough that no walk runs out of stack. */
const MAX_DEPTH = 100;

/**
 * Reads a document out of JSON that anybody may have sent. The schema decides what may stand in it; link addresses and
 * attribute values are checked besides, and what the schema does not know is refused rather than dropped.
 */
export function parseDocument(json: unknown, schema: Schema): Result<Node, { message: string }> {
  if (depthOf(json, 0) > MAX_DEPTH)
    return err({ message: `The text is nested more than ${MAX_DEPTH} levels deep.` });
  let doc: Node;
  try {
    doc = Node.fromJSON(schema, json);
    doc.check();
  } catch (cause) {
    return err({
      message: `The text cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
    });
  }
  if (doc.type !== schema.topNodeType) return err({ message: "The text is only a part of a document." });
  let problem: string | undefined;
  doc.descendants((node) => {
    problem ??= problemOf(node);
    return problem === undefined;
  });
  return problem === undefined ? ok(doc) : err({ message: problem });
}

function problemOf(node: Node): string | undefined {
  if (node.type.name === "table" && isTooWide(node.children.map(({ children }) => children.map(spanOf))))
    return `A table has more than ${MAX_COLUMNS} columns. Leave it out, and link to it.`;
  for (const [name, value] of Object.entries(node.attrs)) {
    if (value !== null && typeof value === "object")
      return `The attribute ${name} of ${node.type.name} is not a plain value.`;
    if (name === "level" && !(Number.isInteger(value) && value >= 1 && value <= 6))
      return "A heading has no level from 1 to 6.";
    if (name === "start" && !Number.isInteger(value))
      return "A numbered list begins with something that is no number.";
    if ((name === "colspan" || name === "rowspan") && !isSpan(value))
      return `A cell of a table takes less than 1 or more than ${MAX_SPAN} columns or rows.`;
    if (name === "dir" && value !== null && value !== "ltr" && value !== "rtl")
      return "A paragraph runs in a direction that is neither ltr nor rtl.";
    if (name === "src" && !isAllowedImage(value))
      return "A picture is at an address that is not http or https. Remove it, or correct its address.";
    if (name === "alt" && value !== null && typeof value !== "string")
      return "The words of a picture are not text.";
  }
  for (const mark of node.marks)
    if (mark.type.name === "link" && !isAllowedHref(mark.attrs.href))
      return "A link leads to an address that is not http, https or mailto. Remove it, or correct its address.";
  return undefined;
}

function spanOf({ attrs }: Node): CellSpan {
  return { colspan: Number(attrs.colspan), rowspan: Number(attrs.rowspan) };
}

function isSpan(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_SPAN;
}

function depthOf(json: unknown, depth: number): number {
  if (depth > MAX_DEPTH || typeof json !== "object" || json === null) return depth;
  const content = (json as { content?: unknown }).content;
  if (!Array.isArray(content)) return depth;
  let deepest = depth;
  for (const child of content) deepest = Math.max(deepest, depthOf(child, depth + 1));
  return deepest;
}
