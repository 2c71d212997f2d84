import { describe, expect, test } from "vitest";
import {
  chordsOf,
  findByKeys,
  formatKeys,
  isPressed,
  isSingleCharacter,
  type KeyPress,
  refuseChord,
} from "./chord";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const altGraph = { ctrlKey: true, altKey: true, getModifierState: () => true };

test.each<[string, KeyPress, boolean]>([
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
  ["shift+mod+z", press("Z", { ctrlKey: true, shiftKey: true }), true],
  ["mod+z", press("z"), false],
  ["delete", press("Delete"), true],
  ["delete", press("Delete", { shiftKey: true }), false],
])("does %s match %o: %s", (keys, event, expected) => {
  expect(isPressed(keys, event)).toBe(expected);
});

describe("on keyboards of other languages", () => {
  test.each<[string, KeyPress, string[]]>([
    ["Cyrillic letter", press("ь", { code: "KeyM" }), ["ь", "m"]],
    ["Cyrillic letter with Ctrl", press("я", { code: "KeyZ", ctrlKey: true }), ["mod+я", "mod+z"]],
    ["Cyrillic capital", press("Ь", { code: "KeyM", shiftKey: true }), ["shift+ь", "shift+m"]],
    ["Greek letter", press("ν", { code: "KeyN" }), ["ν", "n"]],
    ["Arabic letter", press("ة", { code: "KeyM" }), ["ة", "m"]],
    ["A on AZERTY, where a US keyboard has Q", press("a", { code: "KeyQ" }), ["a"]],
    ["Z on QWERTZ, where a US keyboard has Y", press("z", { code: "KeyY" }), ["z"]],
    ["1 on AZERTY, without Shift", press("&", { code: "Digit1" }), ["&", "1"]],
    ["1 on AZERTY, with Shift", press("1", { code: "Digit1", shiftKey: true }), ["1"]],
    ["! on a US keyboard is not 1", press("!", { code: "Digit1", shiftKey: true }), ["!"]],
    ["2 on a Czech keyboard", press("ě", { code: "Digit2" }), ["ě", "2"]],
    ["a Persian digit", press("۱", { code: "Digit1" }), ["۱", "1"]],
    ["a letter with an accent", press("ö", { code: "Semicolon" }), ["ö"]],
    ["Option+M on a Mac", press("µ", { code: "KeyM", altKey: true }), ["alt+µ", "alt+m"]],
    ["Option+N on a Mac, a dead key", press("Dead", { code: "KeyN", altKey: true }), ["alt+n"]],
    ["AltGr+M", press("µ", { code: "KeyM", ...altGraph }), ["µ"]],
    ["/ on a German keyboard", press("/", { code: "Digit7", shiftKey: true }), ["/"]],
    ["+", press("+", { code: "BracketRight" }), ["plus"]],
    ["a modifier alone", press("Shift", { code: "ShiftLeft", shiftKey: true }), []],
    ["an input method", press("Process", { code: "KeyM" }), []],
  ])("%s", (_, event, expected) => {
    expect(chordsOf(event)).toEqual(expected);
  });

  test("what is typed counts before the position", () => {
    const commands = [
      { id: "by position", keys: "1" },
      { id: "by character", keys: "&" },
    ];
    expect(findByKeys(commands, press("&", { code: "Digit1" }))?.id).toBe("by character");
    expect(findByKeys(commands.slice(0, 1), press("&", { code: "Digit1" }))?.id).toBe("by position");
    expect(findByKeys(commands, press("x", { code: "KeyX" }))).toBeUndefined();
  });
});

test.each([
  ["n", "N"],
  ["mod+shift+z", "Ctrl/⌘ + Shift + Z"],
  ["?", "?"],
  ["alt+plus", "Alt + +"],
  ["f8", "F8"],
])("%s is shown as %s", (keys, expected) => {
  expect(formatKeys(keys)).toBe(expected);
});

test.each([
  ["m", true],
  ["shift+m", true],
  ["?", true],
  ["plus", true],
  ["7", true],
  ["ь", true],
  ["mod+m", false],
  ["alt+m", false],
  ["delete", false],
  ["f8", false],
])("is %s a single character: %s", (chord, expected) => {
  expect(isSingleCharacter(chord)).toBe(expected);
});

test.each([
  ["mod+t", "browser"],
  ["mod+w", "browser"],
  ["mod+shift+n", "browser"],
  ["mod+l", "browser"],
  ["mod+1", "browser"],
  ["mod+plus", "browser"],
  ["mod+alt+q", "browser"],
  ["alt+f4", "browser"],
  ["f5", "browser"],
  ["f12", "browser"],
  ["mod+c", "editing"],
  ["mod+v", "editing"],
  ["mod+z", "editing"],
  ["mod+arrowleft", "editing"],
  ["alt+arrowleft", "editing"],
  ["enter", "controls"],
  ["space", "controls"],
  ["shift+tab", "controls"],
  ["escape", "controls"],
  ["arrowdown", "controls"],
  ["m", null],
  ["shift+m", null],
  ["alt+m", null],
  ["mod+k", null],
  ["mod+s", null],
  ["mod+shift+k", null],
  ["mod+enter", null],
  ["delete", null],
  ["f8", null],
  ["ж", null],
])("%s is refused as: %s", (chord, expected) => {
  expect(refuseChord(chord)).toBe(expected);
});

test("a command's own keys are always possible", () => {
  expect(refuseChord("mod+z", "mod+z")).toBeNull();
  expect(refuseChord("mod+c", "mod+z")).toBe("editing");
});
