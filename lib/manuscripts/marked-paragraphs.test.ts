import { expect, test } from "vitest";
import { markedParagraphs } from "./marked-paragraphs";

const text = "One two three.\n\nFour five.";
const range = (passage: string) => ({
  start: text.indexOf(passage),
  end: text.indexOf(passage) + passage.length,
});
const shown = (...passages: string[]) =>
  markedParagraphs(text, passages.map(range)).map(({ parts }) =>
    parts.map(({ text: part, questions, begins }) =>
      questions.length === 0 ? part : `[${questions.join("+")}:${begins.join("+")}:${part}]`,
    ),
  );

test.each<[string, string[], string[][]]>([
  ["no question", [], [["One two three."], ["Four five."]]],
  ["one", ["two"], [["One ", "[1:1:two]", " three."], ["Four five."]]],
  ["one inside another", ["One two", "two"], [["[1:1:One ]", "[2+1:2:two]", " three."], ["Four five."]]],
  [
    "one over two paragraphs, which begins once",
    ["three.\n\nFour"],
    [
      ["One two ", "[1:1:three.]"],
      ["[1::Four]", " five."],
    ],
  ],
])("paragraphs with %s", (_, passages, expected) => {
  expect(shown(...passages)).toEqual(expected);
});

test("a line of white space is no paragraph", () => {
  expect(markedParagraphs("One.\n \nTwo.", []).map(({ start }) => start)).toEqual([0, 7]);
});

test("paragraphs are found by their offset in the text", () => {
  expect(markedParagraphs(text, []).map(({ start }) => start)).toEqual([0, 16]);
});
