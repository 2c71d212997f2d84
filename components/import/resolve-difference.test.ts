import { history, undo } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import { canonicalText } from "@/lib/document/canonical-text";
import type { DocumentNode } from "@/lib/document/document";
import { articleSchema } from "@/lib/document/schema";
import { findDifference } from "@/lib/fidelity/find-difference";
import type { ImportDifference } from "@/lib/fidelity/import-difference";
import { resolveDifference, showDifference } from "./resolve-difference";

const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const p = (...content: (string | DocumentNode)[]): DocumentNode => ({
  type: "paragraph",
  content: content.map((each) => (typeof each === "string" ? text(each) : each)),
});
const list = (...items: string[]): DocumentNode => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [p(item)] })),
});
const quote = (...content: DocumentNode[]): DocumentNode => ({ type: "blockquote", content });

function stateOf(...content: DocumentNode[]): EditorState {
  return EditorState.create({
    doc: articleSchema.nodeFromJSON({ type: "doc", content }),
    plugins: [history()],
  });
}

/** A difference at the place of a text that is marked by `[` and `]`, which hold the imported words. */
function at(
  marked: string,
  kind: ImportDifference["kind"],
  original: string,
  isBlock = false,
): ImportDifference {
  const [before = "", rest = ""] = marked.split("[");
  const [imported = "", after = ""] = rest.split("]");
  const start = before.length;
  return {
    kind,
    original,
    imported,
    hasFigure: false,
    isBlock,
    before,
    after,
    start,
    end: start + imported.length,
  };
}

/** The blocks of a document as text: `paragraph: …`, `bulletList > listItem > paragraph: …`. */
function blocksOf(doc: Node): string[] {
  const lines: string[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return;
    const $pos = doc.resolve(pos);
    const path = Array.from({ length: $pos.depth }, (_, depth) => $pos.node(depth + 1).type.name);
    lines.push(`${[...path, node.type.name].join(" > ")}: ${node.textContent}`);
  });
  return lines;
}

describe("a difference is put right", () => {
  test.each<[string, EditorState, ImportDifference, string[]]>([
    [
      "a missing word, with the spaces around it",
      stateOf(p("It cost million.")),
      at("It cost[] million.", "missing", "240"),
      ["paragraph: It cost 240 million."],
    ],
    [
      "a missing word between words without a space",
      stateOf(p("It costmillion.")),
      at("It cost[]million.", "missing", "240"),
      ["paragraph: It cost 240 million."],
    ],
    [
      "missing words at the end of a paragraph",
      stateOf(p("It cost"), p("Then it fell.")),
      at("It cost[]\nThen it fell.", "missing", "240 million"),
      ["paragraph: It cost 240 million", "paragraph: Then it fell."],
    ],
    [
      "words on two lines, as words of the paragraph",
      stateOf(p("It cost million.")),
      at("It cost[] million.", "missing", "about\n240"),
      ["paragraph: It cost about 240 million."],
    ],
    [
      "a changed figure",
      stateOf(p("It cost $2403 in all.")),
      at("It cost $[2403] in all.", "changed", "240³"),
      ["paragraph: It cost $240³ in all."],
    ],
    [
      "words that were joined over two paragraphs",
      stateOf(p("It cost"), p("240 million.")),
      at("It [cost\n240] million.", "changed", "cost 240"),
      ["paragraph: It cost 240 million."],
    ],
    [
      "an added word, with one space",
      stateOf(p("Seen. secret Seen.")),
      at("Seen. [secret] Seen.", "added", ""),
      ["paragraph: Seen. Seen."],
    ],
    [
      "an added word at the start of a paragraph",
      stateOf(p("Advertisement It fell.")),
      at("[Advertisement] It fell.", "added", ""),
      ["paragraph: It fell."],
    ],
    [
      "an added paragraph, with nothing left of it",
      stateOf(p("It rose."), p("Advertisement"), p("It fell.")),
      at("It rose.\n[Advertisement]\nIt fell.", "added", ""),
      ["paragraph: It rose.", "paragraph: It fell."],
    ],
    [
      "an added item of a list",
      stateOf(list("in the north", "Advertisement", "in the south")),
      at("in the north\n[Advertisement]\nin the south", "added", ""),
      ["bulletList > listItem > paragraph: in the north", "bulletList > listItem > paragraph: in the south"],
    ],
    [
      "an added list",
      stateOf(p("It rose."), list("Advertisement"), p("It fell.")),
      at("It rose.\n[Advertisement]\nIt fell.", "added", ""),
      ["paragraph: It rose.", "paragraph: It fell."],
    ],
    [
      "a missing paragraph",
      stateOf(p("It rose."), p("It fell.")),
      at("It rose.[]\nIt fell.", "missing", "Trade\n\nReport 2024", true),
      ["paragraph: It rose.", "paragraph: Trade", "paragraph: Report 2024", "paragraph: It fell."],
    ],
    [
      "a missing paragraph before all others",
      stateOf(p("It rose.")),
      at("[]It rose.", "missing", "Trade report", true),
      ["paragraph: Trade report", "paragraph: It rose."],
    ],
    [
      "a missing paragraph after all others",
      stateOf(p("It rose.")),
      at("It rose.[]", "missing", "Page 3", true),
      ["paragraph: It rose.", "paragraph: Page 3"],
    ],
    [
      "a missing item of a list",
      stateOf(list("in the north", "in the south")),
      at("in the north[]\nin the south", "missing", "in the east", true),
      [
        "bulletList > listItem > paragraph: in the north",
        "bulletList > listItem > paragraph: in the east",
        "bulletList > listItem > paragraph: in the south",
      ],
    ],
    [
      "a missing paragraph after a list",
      stateOf(list("in the north", "in the south"), p("It fell.")),
      at("in the north\nin the south[]\nIt fell.", "missing", "That was all.", true),
      [
        "bulletList > listItem > paragraph: in the north",
        "bulletList > listItem > paragraph: in the south",
        "paragraph: That was all.",
        "paragraph: It fell.",
      ],
    ],
    [
      "a missing paragraph of a quotation",
      stateOf(quote(p("One."), p("Three.")), p("It fell.")),
      at("One.[]\nThree.\nIt fell.", "missing", "Two.", true),
      [
        "blockquote > paragraph: One.",
        "blockquote > paragraph: Two.",
        "blockquote > paragraph: Three.",
        "paragraph: It fell.",
      ],
    ],
  ])("%s", (_, state, difference, expected) => {
    const change = resolveDifference(state, difference);
    expect(change && blocksOf(change.doc)).toEqual(expected);
    change?.doc.check();
    expect(change && findDifference(canonicalText(change.doc).text, difference).kind).toBe("resolved");
  });

  test("with the formatting of the words that it replaces", () => {
    const state = stateOf(p("It cost ", text("$2403", "bold"), "."));
    const change = resolveDifference(state, at("It cost [$2403].", "changed", "$240"));
    expect(change?.doc.child(0).toJSON().content).toEqual([
      { type: "text", text: "It cost " },
      { type: "text", text: "$240", marks: [{ type: "bold" }] },
      { type: "text", text: "." },
    ]);
  });

  test("at its place after the text before it was edited, and not where its words were removed", () => {
    const difference = at("It cost[] million.", "missing", "240");
    const moved = resolveDifference(stateOf(p("News."), p("It cost million.")), difference);
    expect(moved && blocksOf(moved.doc)).toEqual(["paragraph: News.", "paragraph: It cost 240 million."]);
    expect(resolveDifference(stateOf(p("Another text.")), difference)).toBeNull();
    expect(showDifference(stateOf(p("Another text.")), difference)).toBeNull();
  });
});

test("two differences are undone one by one, and each is open again", () => {
  let state = stateOf(p("It cost million, or euros."));
  const first = at("It cost[] million, or euros.", "missing", "240");
  const second = at("It cost million, or[] euros.", "missing", "250");
  const isOpen = (difference: ImportDifference) =>
    findDifference(canonicalText(state.doc).text, difference).kind === "open";
  for (const difference of [first, second]) {
    const change = resolveDifference(state, difference);
    if (change) state = state.apply(change);
  }
  expect(state.doc.textContent).toBe("It cost 240 million, or 250 euros.");
  undo(state, (change) => {
    state = state.apply(change);
  });
  expect(state.doc.textContent).toBe("It cost 240 million, or euros.");
  expect([isOpen(first), isOpen(second)]).toEqual([false, true]);
  undo(state, (change) => {
    state = state.apply(change);
  });
  expect([isOpen(first), isOpen(second)]).toEqual([true, true]);
});

test.each([
  ["the imported words", at("It cost $[2403] in all.", "changed", "240"), "2403"],
  ["the point where words are missing", at("It cost[] $2403 in all.", "missing", "about"), ""],
])("showing a difference selects %s", (_, difference, selected) => {
  const state = stateOf(p("It cost $2403 in all."));
  const shown = showDifference(state, difference);
  expect(shown?.doc.textBetween(shown.selection.from, shown.selection.to)).toBe(selected);
});
