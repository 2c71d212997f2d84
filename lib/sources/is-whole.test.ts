import { describe, expect, test } from "vitest";
import { beginsWhole, endsWhole } from "./is-whole";

/** A text with a bar for the offset. */
const offsetIn = (marked: string) => ({ text: marked.replace("|", ""), offset: marked.indexOf("|") });

describe("a word or number begins", () => {
  test.each([
    ["at the start of the text", "|able", true],
    ["after a space", "is |able", true],
    ["after a mark", "“|able", true],
    ["not inside a word", "un|able", false],
    ["not after the first letter of the text", "u|nable", false],
    ["not after a letter outside the basic plane", "𝒂|ble", false],
    ["not inside a number", "2|40", false],
    ["not after a decimal point", "2.|40", false],
    ["not after an Arabic decimal sign", "٢٫|٤", false],
    ["after a full stop at the start", ".|40", true],
    ["not after a sign at the start of the text", "-|5", false],
    ["not after a sign and a space", "by −|5", false],
    ["not after a sign in brackets", "(–|5)", false],
    ["after a hyphen between numbers", "2-|5", true],
    ["as a word after a dash", "by -|five", true],
    ["at a mark inside a word", "can|’t", true],
    ["anywhere in Chinese", "出|口", true],
    ["at the end of the text", "able|", true],
  ])("%s: %s", (_, marked, expected) => {
    const { text, offset } = offsetIn(marked);
    expect(beginsWhole(text, offset)).toBe(expected);
  });
});

describe("a word or number ends", () => {
  test.each([
    ["at the end of the text", "able|", true],
    ["before a space", "able| to", true],
    ["before a mark", "able|.", true],
    ["not inside a word", "ab|le", false],
    ["not before a letter outside the basic plane", "a|𝒃", false],
    ["not inside a number", "2|40", false],
    ["not before a decimal point", "2|.4", false],
    ["not after a decimal point", "2.|4", false],
    ["before the full stop of a sentence", "2|. Four", true],
    ["not before the rest of can’t", "can|’t", false],
    ["not inside the rest of can't", "can'|t win", false],
    ["before a quotation that begins with t", "can|’the", true],
    ["after an apostrophe before a word", "can’|the", true],
    ["before a genitive", "minister|’s", true],
    ["before a mark that a number follows", "is|.4", true],
    ["anywhere in Chinese", "出|口", true],
    ["at the start of the text", "|able", true],
  ])("%s: %s", (_, marked, expected) => {
    const { text, offset } = offsetIn(marked);
    expect(endsWhole(text, offset)).toBe(expected);
  });
});
