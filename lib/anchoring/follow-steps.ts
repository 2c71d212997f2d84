import type { Mapping } from "@tiptap/pm/transform";
import type { CanonicalText } from "@/lib/document/canonical-text";
import { foldInvisible } from "./fold-invisible";
import { type ReanchorOutcome, withoutEdgeSpace } from "./reanchor";
import { similarity } from "./similarity";
import type { TextRange } from "./text-range";

/** An edited text: before, after, and the ProseMirror mapping of positions from one to the other. */
export interface Editing {
  before: CanonicalText;
  after: CanonicalText;
  mapping: Mapping;
}

/**
 * Follows a span through the editing steps of its text. Text typed at its edges stays outside; text typed inside belongs to it.
 * @param span UTF-16 offsets into the text before
 * @param aligned the outcome by aligning both texts. It wins where it knows better: steps cannot see cut and paste, or a deletion that
 *   was typed again.
 */
export function followSteps(editing: Editing, span: TextRange, aligned: ReanchorOutcome): ReanchorOutcome {
  const { before, after, mapping } = editing;
  const exact = before.text.slice(span.start, span.end);
  const from = mapping.map(before.toPos(span.start), 1);
  const to = mapping.map(before.toPos(span.end), -1);
  if (from >= to) return aligned;
  const range = withoutEdgeSpace(after.text, { start: after.toOffset(from), end: after.toOffset(to) }, exact);
  if (!range) return aligned;
  const current = after.text.slice(range.start, range.end);
  if (current === exact || foldInvisible(current).text === foldInvisible(exact).text)
    return { kind: range.start === span.start && range.end === span.end ? "exact" : "moved", range };
  if (aligned.kind === "exact" || aligned.kind === "moved") return aligned;
  const score = similarity(exact, current);
  return aligned.kind === "changed" && aligned.score > score ? aligned : { kind: "changed", range, score };
}
