import { expect, test } from "vitest";
import { formatKeys, isPressed } from "./command";

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent;

test.each<[string, KeyboardEvent, boolean]>([
  ["n", press("n"), true],
  ["n", press("N", { shiftKey: true }), false],
  ["n", press("N"), true], // Caps Lock
  ["n", press("n", { ctrlKey: true }), false],
  ["n", press("n", { altKey: true }), false],
  ["?", press("?", { shiftKey: true }), true],
  ["?", press("?"), true],
  ["3", press("3"), true],
  ["mod+z", press("z", { ctrlKey: true }), true],
  ["mod+z", press("z", { metaKey: true }), true],
  ["mod+z", press("Z", { ctrlKey: true, shiftKey: true }), false],
  ["mod+shift+z", press("Z", { ctrlKey: true, shiftKey: true }), true],
  ["mod+z", press("z"), false],
])("does %s match %o: %s", (keys, event, expected) => {
  expect(isPressed(keys, event)).toBe(expected);
});

test.each([
  ["n", "N"],
  ["mod+shift+z", "Ctrl/⌘ + Shift + Z"],
  ["?", "?"],
])("%s is shown as %s", (keys, expected) => {
  expect(formatKeys(keys)).toBe(expected);
});
