import { type Step, Transform } from "@tiptap/pm/transform";
import fc from "fast-check";
import { expect, test } from "vitest";
import { articleSchema } from "@/lib/document/schema";
import { doc, p } from "@/lib/testing/builders";
import { joined, replay, type StepJson } from "./text-steps";

const START = doc(p("Trade rose."), p("It fell."));

/** The steps of typing, and of taking back, at positions of the first paragraph. */
function typed(edits: readonly { at: number; text: string; remove: boolean }[]): Transform {
  const transform = new Transform(START);
  for (const { at, text, remove } of edits) {
    const end = transform.doc.child(0).nodeSize - 1;
    const pos = 1 + (at % end);
    if (remove) transform.delete(pos, Math.min(end, pos + text.length));
    else
      for (const [index, letter] of [...text].entries())
        transform.insert(pos + index, articleSchema.text(letter));
  }
  return transform;
}

test("a word that was typed is one step", () => {
  expect(joined(typed([{ at: 3, text: "again", remove: false }]).steps)).toHaveLength(1);
});

test("joined steps, kept as JSON, make the same text again", () => {
  const edit = fc.record({ at: fc.nat(200), text: fc.stringMatching(/^[a-z]{1,5}$/), remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const made = typed(edits);
      const kept = JSON.parse(
        JSON.stringify(joined(made.steps).map((step: Step) => step.toJSON())),
      ) as StepJson[];
      const again = new Transform(START);
      expect(replay(articleSchema, again, kept)).toBe(true);
      expect(again.doc.eq(made.doc)).toBe(true);
    }),
  );
});

test.each<[string, StepJson[]]>([
  ["of another document", [{ stepType: "replace", from: 500, to: 600 }]],
  ["of no known kind", [{ stepType: "dance" }]],
])("steps %s are refused", (_, steps) => {
  expect(replay(articleSchema, new Transform(START), steps)).toBe(false);
});
