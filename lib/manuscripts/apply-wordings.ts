import type { Mark, Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import type { TextRange } from "@/lib/anchoring/text-range";
import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import { err, ok, type Result } from "@/lib/result";

/** A suggested wording of a passage. */
export interface SuggestedWording extends TextRange {
  claimId: string;
  /** The claim's number, for messages. */
  number: number;
  /** Replaces the text of the range. One line. */
  wording: string;
}

/** What a text becomes with suggested wordings. */
export interface AppliedWordings {
  /** ProseMirror steps as JSON, from the document passed in. */
  steps: object[];
  /** The canonical text that they lead to. */
  text: string;
  /** Where each wording is in that text, by claim. */
  ranges: Map<string, TextRange>;
}

/**
 * Puts suggested wordings into a document, all at once. Only the words that differ are replaced, so that the rest of a passage keeps its
 * formatting, and other claims in it their positions.
 * @param suggestions with ranges of the document's canonical text, in UTF-16 units, in any order
 * @returns a message where two of them overlap, or where the text is not what one of them was made for
 */
export function applyWordings(
  doc: Node,
  suggestions: readonly SuggestedWording[],
): Result<AppliedWordings, { message: string }> {
  const inOrder = suggestions.toSorted((a, b) => a.start - b.start);
  for (const [index, { start, end, number }] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next && next.start < end)
      return err({
        message: `The wordings suggested for claims ${Math.min(number, next.number)} and ${Math.max(number, next.number)} overlap. Accept one of them first, then look at the other again.`,
      });
    if (start < 0 || start >= end) return err(doesNotFit(number));
  }
  const before = canonicalText(doc);
  const transform = new Transform(doc);
  // From the end, so that earlier positions stay as they are.
  for (const { start, end, number, wording } of inOrder.toReversed()) {
    if (end > before.text.length || before.text.slice(start, end).includes("\n"))
      return err(doesNotFit(number));
    const [head, tail] = commonEnds(before.text.slice(start, end), wording);
    const [from, to] = [before.toPos(start + head), before.toPos(end - tail)];
    const inserted = wording.slice(head, wording.length - tail);
    if (inserted === "") transform.delete(from, to);
    else transform.replaceWith(from, to, articleSchema.text(inserted, marksAt(doc, from, to)));
  }
  const { text } = canonicalText(transform.doc);
  const ranges = new Map<string, TextRange>();
  let shift = 0;
  for (const { claimId, start, end, number, wording } of inOrder) {
    const range = { start: start + shift, end: start + shift + wording.length };
    shift += wording.length - (end - start);
    if (text.slice(range.start, range.end) !== wording) return err(doesNotFit(number));
    ranges.set(claimId, range);
  }
  return ok({ steps: transform.steps.map((step) => step.toJSON()), text, ranges });
}

function doesNotFit(number: number): { message: string } {
  return {
    message: `The wording suggested for claim ${number} can't be put into the text as it is now. Edit the text by hand, then choose “Stands”.`,
  };
}

/** How many units two texts share at their beginning and at their end, without cutting a word or a surrogate pair. */
function commonEnds(one: string, other: string): [head: number, tail: number] {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  while (head > 0 && !isBoundary(one, head)) head--;
  while (tail > 0 && !isBoundary(one, one.length - tail)) tail--;
  return [head, tail];
}

/** Whether no word goes on at an offset. */
function isBoundary(text: string, offset: number): boolean {
  return /\s/.test(text[offset - 1] ?? " ") || /\s/.test(text[offset] ?? " ");
}

/** The formatting of all of a range, or at a position where nothing is replaced. */
function marksAt(doc: Node, from: number, to: number): readonly Mark[] {
  if (from === to) return doc.resolve(from).marks();
  let shared: readonly Mark[] | null = null;
  doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return;
    const before: readonly Mark[] | null = shared;
    shared = before ? before.filter((mark) => mark.isInSet(node.marks)) : node.marks;
  });
  return shared ?? [];
}
