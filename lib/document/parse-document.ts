import { Node, type Schema } from "@tiptap/pm/model";
import { err, ok, type Result } from "@/lib/result";
import { isAllowedImage, MAX_SPAN } from "./article-nodes";
import { isAllowedHref } from "./extensions";
import { withinOutputBounds } from "./output-bounds";
import { type CellSpan, isTooWide, MAX_COLUMNS } from "./table-width";

/** Deeper than any real article, but shallow enough that no recursive walk overflows the stack. */
const MAX_DEPTH = 100;

/** Blocks, runs of text and marks of a document. An article of 100,000 words has about 30,000. */
export const MAX_PARTS = { article: 50_000, rationale: 5_000 } as const;
/** Marks of one run of text: the schema's kinds, and some to spare. */
const MAX_MARKS = 20;

/**
 * Parses a document from untrusted JSON. The schema decides what is allowed; link addresses and attribute values are also
 * checked. What the schema doesn't know is an error, never dropped silently. Numbers of lists and lengths of addresses are brought within
 * the bounds of every output.
 * @param maxParts bounds the cost, see MAX_PARTS
 * @returns the document, or a message that says what is wrong
 */
export function parseDocument(
  json: unknown,
  schema: Schema,
  { maxParts = Number.POSITIVE_INFINITY }: { maxParts?: number } = {},
): Result<Node, { message: string }> {
  if (depthOf(json, 0) > MAX_DEPTH)
    return err({ message: `The text is nested more than ${MAX_DEPTH} levels deep.` });
  const parts = countParts(json);
  if (parts === "too many marks")
    return err({ message: `A passage has more than ${MAX_MARKS} kinds of formatting. Remove some.` });
  if (parts > maxParts)
    return err({
      message: `The text has more than ${maxParts.toLocaleString("en")} paragraphs and formatted passages. Remove empty paragraphs, or split the text.`,
    });
  let doc: Node;
  try {
    doc = withinOutputBounds(Node.fromJSON(schema, json));
    doc.check();
  } catch (cause) {
    return err({
      message: `The text cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
    });
  }
  if (doc.type !== schema.topNodeType)
    return err({ message: "This is only a part of a document. Send the complete document." });
  let problem: string | undefined;
  doc.descendants((node) => {
    problem ??= problemOf(node);
  });
  return problem === undefined ? ok(doc) : err({ message: problem });
}

function problemOf(node: Node): string | undefined {
  if (node.type.name === "table" && isTooWide(node.children.map(({ children }) => children.map(spanOf))))
    return `A table has more than ${MAX_COLUMNS} columns. Remove it, and link to it instead.`;
  for (const [name, value] of Object.entries(node.attrs)) {
    if (value !== null && typeof value === "object")
      return `The attribute ${name} of ${node.type.name} is not a plain value.`;
    if (name === "level" && !(Number.isInteger(value) && value >= 1 && value <= 6))
      return "A heading needs a level from 1 to 6.";
    if (name === "start" && !Number.isInteger(value))
      return "A numbered list must start with a whole number.";
    if ((name === "colspan" || name === "rowspan") && !isSpan(value))
      return `A table cell must span 1 to ${MAX_SPAN} columns and rows.`;
    if (name === "dir" && value !== null && value !== "ltr" && value !== "rtl")
      return "The direction of a paragraph must be ltr or rtl.";
    if (name === "src" && !isAllowedImage(value))
      return "The address of an image is not http or https, or is too long. Remove the image, or correct its address.";
    if (name === "alt" && value !== null && typeof value !== "string")
      return "The alternative text of an image is not text.";
  }
  for (const mark of node.marks)
    if (mark.type.name === "link" && !isAllowedHref(mark.attrs.href))
      return "The address of a link is not http, https or mailto. Remove the link, or correct its address.";
  return undefined;
}

function spanOf({ attrs }: Node): CellSpan {
  return { colspan: Number(attrs.colspan), rowspan: Number(attrs.rowspan) };
}

function isSpan(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_SPAN;
}

/** Blocks, runs of text and marks in a document that is not nested too deep. */
function countParts(json: unknown): number | "too many marks" {
  let parts = 0;
  const waiting = [json];
  while (waiting.length > 0) {
    const { content, marks } = (waiting.pop() ?? {}) as { content?: unknown; marks?: unknown };
    parts += 1;
    if (Array.isArray(marks)) {
      if (marks.length > MAX_MARKS) return "too many marks";
      parts += marks.length;
    }
    if (Array.isArray(content)) for (const child of content) waiting.push(child);
  }
  return parts;
}

function depthOf(json: unknown, depth: number): number {
  const content = (json as { content?: unknown } | null | undefined)?.content;
  if (depth > MAX_DEPTH || !Array.isArray(content)) return depth;
  let deepest = depth;
  for (const child of content) deepest = Math.max(deepest, depthOf(child, depth + 1));
  return deepest;
}
