import { EditorState } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { canonicalText } from "@/lib/document/canonical-text";
import { doc, p } from "@/lib/testing/builders";
import { claimMarksKey, claimMarksPlugin, drawClaims, lightUp, type MarkedSpan } from "./claim-marks";

const text = doc(p("Trade rose to $240 billion."), p("Then it fell."));
const map = canonicalText(text);
const span = (id: string, start: number, end: number, colour: string | null = null): MarkedSpan => ({
  id,
  start,
  end,
  lane: 0,
  colour,
  underline: null,
});

function begin(): EditorState {
  return EditorState.create({ doc: text, plugins: [claimMarksPlugin(map)] });
}

/** "id:from-to" of what is drawn, in the order of the text. */
function drawn(state: EditorState): string[] {
  return (claimMarksKey.getState(state)?.marks.find() ?? [])
    .map((each) => `${each.spec.id}:${each.from}-${each.to}`)
    .sort();
}

test("claims are drawn where they stand, nested and across paragraphs", () => {
  const state = begin();
  const after = state.apply(drawClaims(state, [span("a", 6, 26), span("b", 14, 26), span("c", 20, 32)]));
  expect(drawn(after)).toEqual(["a:7-27", "b:15-27", "c:21-34"]);
});

test("only what changed is drawn anew", () => {
  const state = begin();
  const specOf = (from: EditorState, id: string) =>
    claimMarksKey.getState(from)?.marks.find(undefined, undefined, (spec) => spec.id === id)[0]?.spec;
  const first = state.apply(drawClaims(state, [span("a", 0, 5), span("b", 6, 10), span("c", 14, 26)]));
  const second = first.apply(
    drawClaims(first, [span("a", 0, 5), span("c", 14, 26, "plum"), span("d", 28, 32)]),
  );
  expect(drawn(second)).toEqual(["a:1-6", "c:15-27", "d:30-34"]);
  expect(specOf(second, "a")).toBe(specOf(first, "a"));
  expect(specOf(second, "c")).not.toBe(specOf(first, "c"));
});

test("lighting a span up leaves the marks alone", () => {
  const state = begin();
  const marked = state.apply(drawClaims(state, [span("a", 0, 5)]));
  const lit = marked.apply(lightUp(marked, [{ start: 0, end: 5, pending: false }]));
  expect(claimMarksKey.getState(lit)?.marks).toBe(claimMarksKey.getState(marked)?.marks);
  expect(claimMarksKey.getState(lit)?.active.find()).toHaveLength(1);
  expect(claimMarksKey.getState(lit.apply(lightUp(lit, [])))?.active.find()).toHaveLength(0);
});
