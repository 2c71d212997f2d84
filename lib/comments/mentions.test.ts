import { describe, expect, test } from "vitest";
import { excerptOf, mentionAt, mentionedIds, splitBody, suggestPeople, toStored, toTyped } from "./mentions";

const id = (digit: string) => `${digit.repeat(8)}-0000-7000-8000-000000000000`;
const ann = { id: id("a"), name: "Ann Lee" };
const anna = { id: id("b"), name: "Ann Lee Moore" };
const jose = { id: id("c"), name: "José Ruiz" };
const people = [ann, anna, jose];

describe("typed text and stored text", () => {
  test.each([
    ["no one", "Where does this come from?", "Where does this come from?"],
    ["one person", "@Ann Lee look", `@[${ann.id}] look`],
    ["the longest name that fits", "ask @Ann Lee Moore.", `ask @[${anna.id}].`],
    ["two people", "@Ann Lee, @José Ruiz", `@[${ann.id}], @[${jose.id}]`],
    ["a name that is only a prefix of a word", "@Ann Leeds", "@Ann Leeds"],
    ["an address", "me@Ann Lee", "me@Ann Lee"],
  ])("%s", (_, typed, stored) => {
    expect(toStored(typed, people)).toBe(stored);
    expect(toTyped(stored, people)).toBe(typed);
  });

  test("a name that two people share means the first", () => {
    const other = { id: id("d"), name: "Ann Lee" };
    expect(toStored("@Ann Lee", [other, ...people])).toBe(`@[${other.id}]`);
  });
});

test("each mentioned person is listed once", () => {
  expect(mentionedIds(`@[${ann.id}] and @[${jose.id}], and @[${ann.id.toUpperCase()}]`)).toEqual([
    ann.id,
    jose.id,
  ]);
});

test("a comment is split into parts, and an unknown person is not named", () => {
  expect(splitBody(`Ask @[${ann.id}] or @[${id("e")}]!`, people)).toEqual([
    { kind: "text", text: "Ask " },
    { kind: "mention", id: ann.id, name: "Ann Lee" },
    { kind: "text", text: " or " },
    { kind: "mention", id: id("e"), name: "someone" },
    { kind: "text", text: "!" },
  ]);
});

describe("when people are suggested", () => {
  test.each([
    ["right after the @", "@|", { from: 0, query: "" }],
    ["in a sentence", "Ask @an|", { from: 4, query: "an" }],
    ["with a second word", "Ask @Ann L|", { from: 4, query: "Ann L" }],
    ["not in an address", "me@exam|", null],
    ["not after a third word", "@Ann was here|", null],
    ["not before the @", "Ask| @an", null],
  ])("%s", (_, text, found) => {
    const caret = text.indexOf("|");
    expect(mentionAt(text.replace("|", ""), caret)).toEqual(found);
  });

  test.each([
    ["", ["Ann Lee", "Ann Lee Moore", "José Ruiz"]],
    ["moo", ["Ann Lee Moore"]],
    ["jose", ["José Ruiz"]],
    ["ee", []],
  ])("%o finds %o", (query, names) => {
    expect(suggestPeople(people, query).map(({ name }) => name)).toEqual(names);
  });
});

test("an excerpt is one line, with an ellipsis where it is cut", () => {
  expect(excerptOf(`One\n two @[${ann.id}]`, people)).toBe("One two @Ann Lee");
  expect(excerptOf("a ".repeat(100), people, 10)).toBe("a a a a a…");
});
