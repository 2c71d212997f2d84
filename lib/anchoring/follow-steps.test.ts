import { Transform } from "@tiptap/pm/transform";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalText } from "@/lib/document/canonical-text";
import { articleSchema } from "@/lib/document/schema";
import { doc, p } from "@/lib/testing/builders";
import { alignTexts } from "./align-texts";
import { followSteps } from "./follow-steps";
import { type ReanchorOutcome, reanchor } from "./reanchor";

const OLD = doc(
  p("Trade rose to $240 billion."),
  p("Trade rose again, to $240 billion."),
  p("Then it fell."),
);
const before = canonicalText(OLD);

/** An edit at offsets of the text as it is after the edits before it. */
type Edit = (transform: Transform) => void;
const insert =
  (at: number, text: string): Edit =>
  (transform) => {
    transform.insert(canonicalText(transform.doc).toPos(at), articleSchema.text(text));
  };
const remove =
  ({ start, end }: { start: number; end: number }): Edit =>
  (transform) => {
    const map = canonicalText(transform.doc);
    transform.delete(map.toPos(start), map.toPos(end));
  };

function follow(span: { start: number; end: number }, edits: Edit[]) {
  const transform = new Transform(OLD);
  for (const edit of edits) edit(transform);
  const after = canonicalText(transform.doc);
  const outcome = followSteps(
    { before, after, mapping: transform.mapping },
    span,
    reanchor(alignTexts(before.text, after.text), span),
  );
  return {
    kind: outcome.kind,
    words: outcome.kind === "orphaned" ? null : after.text.slice(outcome.range.start, outcome.range.end),
  };
}

const rangeOf = (words: string, nth = 0) => {
  let start = -1;
  for (let count = 0; count <= nth; count++) start = before.text.indexOf(words, start + 1);
  return { start, end: start + words.length };
};
const SECOND = rangeOf("$240 billion", 1);

test.each<[string, { start: number; end: number }, Edit[], string, string | null]>([
  ["text inserted far from it", SECOND, [insert(before.text.length, " So it was.")], "exact", "$240 billion"],
  ["text inserted before it", SECOND, [insert(0, "In 2023 ")], "moved", "$240 billion"],
  [
    "text inserted at its beginning stays outside",
    SECOND,
    [insert(SECOND.start, "about ")],
    "moved",
    "$240 billion",
  ],
  ["text inserted at its end stays outside", SECOND, [insert(SECOND.end, " or so")], "exact", "$240 billion"],
  [
    "text inserted in it",
    SECOND,
    [insert(SECOND.start + 5, "and more ")],
    "changed",
    "$240 and more billion",
  ],
  [
    "a letter removed from it",
    SECOND,
    [remove({ start: SECOND.start + 2, end: SECOND.start + 3 })],
    "changed",
    "$20 billion",
  ],
  [
    "its first words removed",
    SECOND,
    [remove({ start: SECOND.start - 3, end: SECOND.start + 5 })],
    "changed",
    "billion",
  ],
  ["the same words removed elsewhere", SECOND, [remove(rangeOf("$240 billion"))], "moved", "$240 billion"],
  ["removed, with the same words elsewhere", SECOND, [remove(SECOND)], "orphaned", null],
  [
    "removed with its paragraph, and typed again",
    rangeOf("Then it fell"),
    [remove(rangeOf("Then it fell")), insert(rangeOf("Then it fell").start, "Then it fell")],
    "exact",
    "Then it fell",
  ],
])("steps: %s", (_, span, edits, kind, words) => {
  expect(follow(span, edits)).toEqual({ kind, words });
});

/** What the steps make of the second "$240 billion" when aligning the texts says something else. */
test.each<[string, Edit[], ReanchorOutcome, ReanchorOutcome]>([
  [
    "the steps find the same words: they win",
    [insert(0, "In 2023 ")],
    { kind: "changed", range: { start: 0, end: 5 }, score: 0.99 },
    { kind: "moved", range: { start: SECOND.start + 8, end: SECOND.end + 8 } },
  ],
  [
    "text inserted at its end: the steps leave it outside",
    [insert(SECOND.end, " or so")],
    { kind: "orphaned", candidates: [] },
    { kind: "exact", range: SECOND },
  ],
  [
    "text inserted at its beginning: the steps leave it outside",
    [insert(SECOND.start, "about ")],
    { kind: "orphaned", candidates: [] },
    { kind: "moved", range: { start: SECOND.start + 6, end: SECOND.end + 6 } },
  ],
  [
    "replaced by other words: aligning decides",
    [remove(SECOND), insert(SECOND.start, "a lot")],
    { kind: "orphaned", candidates: [] },
    { kind: "orphaned", candidates: [] },
  ],
  [
    "the steps find other words, aligning the same ones: aligning wins",
    [insert(SECOND.start + 5, "and more ")],
    { kind: "moved", range: { start: 0, end: 12 } },
    { kind: "moved", range: { start: 0, end: 12 } },
  ],
  [
    "the steps find other words, aligning the same ones in the same position: aligning wins",
    [insert(SECOND.start + 5, "and more ")],
    { kind: "exact", range: SECOND },
    { kind: "exact", range: SECOND },
  ],
  [
    "both find other words: the more similar ones win",
    [insert(SECOND.start + 5, "and ")],
    { kind: "changed", range: { start: 0, end: 12 }, score: 0.95 },
    { kind: "changed", range: { start: 0, end: 12 }, score: 0.95 },
  ],
  [
    "both find other words, equally similar: the steps win",
    [insert(SECOND.start + 5, "and ")],
    { kind: "changed", range: { start: 0, end: 12 }, score: 20 / 23 },
    { kind: "changed", range: { start: SECOND.start, end: SECOND.end + 4 }, score: 20 / 23 },
  ],
  [
    "aligning finds nothing: the steps win",
    [insert(SECOND.start + 5, "and ")],
    { kind: "orphaned", candidates: [] },
    { kind: "changed", range: { start: SECOND.start, end: SECOND.end + 4 }, score: 20 / 23 },
  ],
  [
    "the passage was removed: aligning decides",
    [remove(SECOND)],
    { kind: "moved", range: { start: 0, end: 12 } },
    { kind: "moved", range: { start: 0, end: 12 } },
  ],
  [
    "only white space is left of the passage: aligning decides",
    [
      remove({ start: SECOND.start + 5, end: SECOND.end }),
      remove({ start: SECOND.start, end: SECOND.start + 4 }),
    ],
    { kind: "orphaned", candidates: [] },
    { kind: "orphaned", candidates: [] },
  ],
])("steps and alignment: %s", (_, edits, aligned, expected) => {
  const transform = new Transform(OLD);
  for (const edit of edits) edit(transform);
  const editing = { before, after: canonicalText(transform.doc), mapping: transform.mapping };
  expect(followSteps(editing, SECOND, aligned)).toEqual(expected);
});

test("edits outside a span never shorten or widen it", () => {
  const outside = fc.record({
    at: fc.nat({ max: before.text.length }),
    text: fc.stringMatching(/^[a-z ]{1,6}$/),
  });
  fc.assert(
    fc.property(fc.array(outside, { maxLength: 6 }), (edits) => {
      // Tracks the span through the edits; skips edits inside it.
      let from = SECOND.start;
      let to = SECOND.end;
      const made: Edit[] = [];
      for (const { at, text } of edits) {
        if (at > from && at < to) continue;
        made.push(insert(at, text));
        if (at <= from) {
          from += text.length;
          to += text.length;
        }
      }
      expect(follow(SECOND, made).words).toBe("$240 billion");
    }),
  );
});
