import type { Mapping } from "@tiptap/pm/transform";
import type { CanonicalText } from "@/lib/document/canonical-text";
import { type ReanchorOutcome, type TextRange, withoutEdgeSpace } from "./reanchor";
import { similarity } from "./similarity";

/** A text that was edited: how it was, how it is, and where the steps of the editing brought each position of the document. */
export interface Editing {
  before: CanonicalText;
  after: CanonicalText;
  mapping: Mapping;
}

/**
 * Follows a span through the steps by which its text was edited. What is typed at its edges stays outside; what is typed inside belongs
 * to it.
 * @param aligned what the alignment of both texts says of the span. Steps know nothing of words that were cut here and pasted there,
 *   nor of a deletion that was taken back: where it knows better, it is believed.
 */
export function followSteps(editing: Editing, span: TextRange, aligned: ReanchorOutcome): ReanchorOutcome {
  const { before, after, mapping } = editing;
  const exact = before.text.slice(span.start, span.end);
  const from = mapping.map(before.toPos(span.start, "start"), 1);
  const to = mapping.map(before.toPos(span.end, "end"), -1);
  if (from >= to) return aligned;
  const range = withoutEdgeSpace(after.text, { start: after.toOffset(from), end: after.toOffset(to) }, exact);
  if (!range) return aligned;
  const words = after.text.slice(range.start, range.end);
  if (words === exact) return { kind: range.start === span.start ? "exact" : "moved", range };
  if (aligned.kind === "exact" || aligned.kind === "moved") return aligned;
  const score = similarity(exact, words);
  return aligned.kind === "changed" && aligned.score > score ? aligned : { kind: "changed", range, score };
}
