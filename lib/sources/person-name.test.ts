import { expect, test } from "vitest";
import { familyFirst, namesIn } from "./person-name";

test.each([
  ["Jane Doe", "Doe, Jane"],
  ["Doe, Jane", "Doe, Jane"],
  ["Anna van der Berg", "van der Berg, Anna"],
  ["Martin Luther King Jr.", "King, Martin Luther, Jr."],
  ["Иван Петров", "Петров, Иван"],
  ["J. K. O’Brien-Smith", "O’Brien-Smith, J. K."],
  ["Madonna", "Madonna"],
  ["孔子", "孔子"],
  ["نور عزيز", "نور عزيز"],
])("%s is stored as %s", (input, expected) => {
  expect(familyFirst(input)).toBe(expected);
});

test.each([
  ["By Jane Doe", ["Doe, Jane"]],
  ["Jane Doe and John Roe", ["Doe, Jane", "Roe, John"]],
  ["Jane Doe, John Roe & Ana Ruiz", ["Doe, Jane", "Roe, John", "Ruiz, Ana"]],
  ["Doe, Jane; Roe, John", ["Doe, Jane", "Roe, John"]],
  ["Reuters Staff", ["Reuters Staff"]],
  ["Ministry of Health and Welfare", ["Ministry of Health and Welfare"]],
  ["admin", ["admin"]],
  ["", []],
])("the byline %s names %j", (input, expected) => {
  expect(namesIn(input)).toEqual(expected);
});
