import { expect, test } from "vitest";
import { plainSearchMarks } from "./plain-search-marks";

test.each([
  ["taxes rose", "taxes rose"],
  ['"taxes rose" -fuel', '"taxes rose" -fuel'],
  ["“taxes rose”", '"taxes rose"'],
  ["„Steuern stiegen“ -Benzin", '"Steuern stiegen" -Benzin'],
  ["«los impuestos» −gasolina", '"los impuestos" -gasolina'],
  ["-«impuestos altos»", '-"impuestos altos"'],
  ["people’s ‘army’", "people’s ‘army’"],
  ["「税収」 上昇", '"税収" 上昇'],
  ["税收 －“汽油” 上涨", '税收 -"汽油" 上涨'],
  ["1990 − 1995", "1990 − 1995"],
])("%s", (typed, plain) => {
  expect(plainSearchMarks(typed)).toBe(plain);
});
