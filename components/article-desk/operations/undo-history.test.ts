import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Action,
  addAction,
  dropAction,
  EMPTY_HISTORY,
  stepBack,
  stepForward,
  type UndoHistory,
} from "./undo-history";

const action = (label: string): Action => ({ label, undo: [], redo: [] });
const applyTo = (history: UndoHistory, steps: ((history: UndoHistory) => UndoHistory)[]) =>
  steps.reduce((before, step) => step(before), history);
const labels = ({ done, undone }: UndoHistory) =>
  `${done.map(({ label }) => label).join("")}|${undone.map(({ label }) => label).join("")}`;

test.each<[string, ((history: UndoHistory) => UndoHistory)[], string]>([
  ["one action", [(h) => addAction(h, action("a"))], "a|"],
  ["undone", [(h) => addAction(h, action("a")), stepBack], "|a"],
  ["redone", [(h) => addAction(h, action("a")), stepBack, stepForward], "a|"],
  [
    "a new action clears what could be redone",
    [(h) => addAction(h, action("a")), stepBack, (h) => addAction(h, action("b"))],
    "b|",
  ],
  ["nothing to undo", [stepBack], "|"],
  ["nothing to redo", [stepForward], "|"],
  [
    "an action that failed to undo is dropped",
    [(h) => addAction(addAction(h, action("a")), action("b")), (h) => dropAction(h, "undo")],
    "a|",
  ],
  [
    "an action that failed to redo is dropped",
    [(h) => addAction(h, action("a")), stepBack, (h) => dropAction(h, "redo")],
    "|",
  ],
])("undo history: %s", (_, steps, expected) => {
  expect(labels(applyTo(EMPTY_HISTORY, steps))).toBe(expected);
});

test("undoing any number of actions and redoing them restores the history", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.nat(20), (names, steps) => {
      const actions = names.map(action);
      const full = actions.reduce(addAction, EMPTY_HISTORY);
      const count = Math.min(steps, names.length);
      const back = applyTo(full, Array(count).fill(stepBack));
      expect(applyTo(back, Array(count).fill(stepForward))).toEqual(full);
    }),
  );
});

test("the oldest actions are dropped", () => {
  let history = EMPTY_HISTORY;
  for (let each = 0; each < 250; each++) history = addAction(history, action(String(each)));
  expect(history.done).toHaveLength(100);
  expect(history.done[0]?.label).toBe("150");
});
