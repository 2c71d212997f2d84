import { expect, test } from "vitest";
import { damageNote } from "./damage-note";

test.each([
  ["Nothing is damaged.", null],
  [
    "The owners of the caf� in the harbour disagree.",
    "1 damaged character was replaced by �. Check the text near “The owners of the caf� in the harbour”.",
  ],
  ["First line\nM�ller\nLast line", "1 damaged character was replaced by �. Check the text near “M�ller”."],
  [
    `A�b.\n${"word ".repeat(20)}\nC�d, e�f.\n${"word ".repeat(20)}\n�g\n${"word ".repeat(20)}\nh�`,
    "5 damaged characters were replaced by �. Check the text near “A�b.”, “C�d, e�f.” and “�g”.",
  ],
])("%j", (text, note) => {
  expect(damageNote(text)).toBe(note);
});
