import { type Step, Transform } from "@tiptap/pm/transform";
import fc from "fast-check";
import { expect, test } from "vitest";
import { articleSchema } from "@/lib/document/schema";
import { doc, p } from "@/lib/testing/builders";
import { mergeSteps, replay, type StepJson } from "./text-steps";

const START = doc(p("Trade rose."), p("It fell."));

/** The steps of typing and deleting in the first paragraph. */
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

test("a typed word is one step", () => {
  expect(mergeSteps(typed([{ at: 3, text: "again", remove: false }]).steps)).toHaveLength(1);
});

test("merged steps, stored as JSON, recreate the same text", () => {
  const edit = fc.record({ at: fc.nat(200), text: fc.stringMatching(/^[a-z]{1,5}$/), remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const transform = typed(edits);
      const stored = JSON.parse(
        JSON.stringify(mergeSteps(transform.steps).map((step: Step) => step.toJSON())),
      ) as StepJson[];
      const restored = new Transform(START);
      expect(replay(articleSchema, restored, stored)).toBe(true);
      expect(restored.doc.eq(transform.doc)).toBe(true);
    }),
  );
});

test.each<[string, StepJson[]]>([
  ["from another document", [{ stepType: "replace", from: 500, to: 600 }]],
  ["of an unknown type", [{ stepType: "dance" }]],
])("steps %s are rejected", (_, steps) => {
  expect(replay(articleSchema, new Transform(START), steps)).toBe(false);
});
