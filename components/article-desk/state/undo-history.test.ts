import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Action,
  forget,
  NOTHING_DONE,
  note,
  stepBack,
  stepForward,
  type UndoHistory,
} from "./undo-history";

const deed = (label: string): Action => ({ label, undo: [], redo: [] });
const labels = ({ done, undone }: UndoHistory) =>
  `${done.map(({ label }) => label).join("")}|${undone.map(({ label }) => label).join("")}`;

test.each<[string, ((history: UndoHistory) => UndoHistory)[], string]>([
  ["one deed", [(h) => note(h, deed("a"))], "a|"],
  ["taken back", [(h) => note(h, deed("a")), stepBack], "|a"],
  ["and done again", [(h) => note(h, deed("a")), stepBack, stepForward], "a|"],
  [
    "a new deed ends what could be done again",
    [(h) => note(h, deed("a")), stepBack, (h) => note(h, deed("b"))],
    "b|",
  ],
  ["nothing to take back", [stepBack], "|"],
  ["nothing to do again", [stepForward], "|"],
  [
    "one that failed is forgotten",
    [(h) => note(note(h, deed("a")), deed("b")), (h) => forget(h, "undo")],
    "a|",
  ],
  ["also on the way forward", [(h) => note(h, deed("a")), stepBack, (h) => forget(h, "redo")], "|"],
])("undo: %s", (_, steps, expected) => {
  expect(labels(steps.reduce((history, step) => step(history), NOTHING_DONE))).toBe(expected);
});

test("any number of steps back and as many forward end where they began", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.nat(20), (names, steps) => {
      const full = names.reduce((history, name) => note(history, deed(name)), NOTHING_DONE);
      const count = Math.min(steps, names.length);
      let history = full;
      for (let step = 0; step < count; step++) history = stepBack(history);
      for (let step = 0; step < count; step++) history = stepForward(history);
      expect(history).toEqual(full);
    }),
  );
});

test("the oldest deeds are forgotten", () => {
  let history = NOTHING_DONE;
  for (let each = 0; each < 250; each++) history = note(history, deed(String(each)));
  expect(history.done).toHaveLength(100);
  expect(history.done[0]?.label).toBe("150");
});
