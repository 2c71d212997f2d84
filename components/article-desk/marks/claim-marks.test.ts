import { EditorState } from "@tiptap/pm/state";
import { DecorationSet } from "@tiptap/pm/view";
import { expect, test } from "vitest";
import { canonicalText } from "@/lib/document/canonical-text";
import { doc, p } from "@/lib/testing/builders";
import {
  claimMarksKey,
  claimMarksPlugin,
  drawBlocks,
  drawClaims,
  lightUp,
  type MarkedSpan,
} from "./claim-marks";

const text = doc(p("Trade rose to $240 billion."), p("Then it fell."));
const map = canonicalText(text);
const span = (id: string, start: number, end: number, colour: string | null = null): MarkedSpan => ({
  id,
  start,
  end,
  lane: 0,
  colour,
  underline: null,
  label: `Claim ${id}`,
});

function begin(visible: number[] = [0, 1]): EditorState {
  const state = EditorState.create({ doc: text, plugins: [claimMarksPlugin(map)] });
  return state.apply(drawBlocks(state, visible));
}

/** "id:from-to" of each decorated range, sorted by id. */
function drawn(state: EditorState): string[] {
  return (claimMarksKey.getState(state)?.decorations.list() ?? [])
    .map((each) => `${each.key}:${each.from}-${each.to}`)
    .sort();
}

/** The decorations of the block at an offset of the document. */
function blockAt(state: EditorState, offset: number) {
  return claimMarksKey.getState(state)?.decorations.forChild(offset);
}

test("claims are drawn at their positions, nested and across paragraphs", () => {
  const state = begin();
  const after = state.apply(drawClaims(state, [span("a", 6, 26), span("b", 14, 26), span("c", 20, 32)]));
  expect(drawn(after)).toEqual(["a:7-27", "b:15-27", "c:21-34"]);
});

test("a claim across paragraphs is divided between their blocks", () => {
  const state = begin();
  const after = state.apply(drawClaims(state, [span("c", 20, 32)]));
  const parts = [0, text.firstChild?.nodeSize ?? 0].map((offset) => {
    const set = blockAt(after, offset);
    return set instanceof DecorationSet ? set.find().map(({ from, to }) => [from, to]) : null;
  });
  expect(parts).toEqual([[[20, 27]], [[0, 4]]]);
});

test("only blocks with changed claims are redrawn", () => {
  const state = begin();
  const second = text.firstChild?.nodeSize ?? 0;
  const first = state.apply(drawClaims(state, [span("a", 0, 5), span("b", 6, 10), span("d", 28, 32)]));
  const after = first.apply(
    drawClaims(first, [span("a", 0, 5), span("b", 6, 10, "plum"), span("d", 28, 32)]),
  );
  expect(drawn(after)).toEqual(drawn(first));
  expect(blockAt(after, second)).toBe(blockAt(first, second));
  expect(blockAt(after, 0)).not.toBe(blockAt(first, 0));
});

test("removed claims are no longer drawn", () => {
  const state = begin();
  const first = state.apply(drawClaims(state, [span("a", 0, 5), span("c", 20, 32)]));
  expect(drawn(first.apply(drawClaims(first, [span("a", 0, 5)])))).toEqual(["a:1-6"]);
  expect(drawn(first.apply(drawClaims(first, [])))).toEqual([]);
});

test("highlighting a passage does not change the claims", () => {
  const state = begin();
  const marked = state.apply(drawClaims(state, [span("a", 0, 5)]));
  const lit = marked.apply(lightUp(marked, "desk", [{ start: 0, end: 5, look: "active" }]));
  expect(drawn(lit)).toEqual(["a:1-6", "lit-desk-active-0-5:1-6"]);
  expect(drawn(lit.apply(lightUp(lit, "desk", [])))).toEqual(["a:1-6"]);
});

test("a caller replaces only its own highlighted passages", () => {
  const state = begin();
  const one = state.apply(lightUp(state, "desk", [{ start: 0, end: 5, look: "active" }]));
  const both = one.apply(lightUp(one, "find", [{ start: 6, end: 10, look: "found" }]));
  expect(drawn(both)).toEqual(["lit-desk-active-0-5:1-6", "lit-find-found-6-10:7-11"]);
  expect(drawn(both.apply(lightUp(both, "desk", [])))).toEqual(["lit-find-found-6-10:7-11"]);
});

test("blocks off screen are drawn on request and stay drawn", () => {
  const second = text.firstChild?.nodeSize ?? 0;
  const state = begin([0]);
  const marked = state.apply(drawClaims(state, [span("a", 0, 5), span("c", 20, 32)]));
  const decorations = claimMarksKey.getState(marked)?.decorations;
  expect(blockAt(marked, second)).toBe(DecorationSet.empty);
  expect(decorations?.undrawn(10)).toEqual([1]);
  expect(decorations?.undrawn(10, 0, 1)).toEqual([]);
  const all = marked.apply(drawBlocks(marked, [1]));
  expect(blockAt(all, second)).not.toBe(DecorationSet.empty);
  expect(blockAt(all, 0)).toBe(blockAt(marked, 0));
  expect(claimMarksKey.getState(all)?.decorations.undrawn(10)).toEqual([]);
});

test("of many highlighted passages, only those that differ are drawn again", () => {
  const state = begin();
  const first = { start: 0, end: 5, look: "item" as const };
  const second = { start: 28, end: 32, look: "item" as const };
  const before = state.apply(lightUp(state, "checklist", [first, second]));
  const after = before.apply(lightUp(before, "checklist", [first, { ...second, look: "item-done" }]));
  expect(drawn(after)).toEqual(["lit-checklist-item-0-5:1-6", "lit-checklist-item-done-28-32:30-34"]);
  expect(blockAt(after, 0)).toBe(blockAt(before, 0));
});
