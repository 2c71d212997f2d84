import { expect, test } from "vitest";
import { quotation } from "./quotation";

test.each([
  ["a text gets quotation marks", "Trade fell by 5%.", "“Trade fell by 5%.”"],
  ["a quotation keeps its own", "“Trade fell by 5%.”", "“Trade fell by 5%.”"],
  ["... of any kind", "«La dette a doublé.»", "«La dette a doublé.»"],
  ["... and straight ones", '"Trade fell."', '"Trade fell."'],
  ["two quotations are not one", "“Yes” or “no”", "“‘Yes’ or ‘no’”"],
  ["marks inside become single", "He called it a “win” for all.", "“He called it a ‘win’ for all.”"],
  ["... straight ones too", 'He called it a "win".', "“He called it a 'win'.”"],
  ["a mark whose partner is outside", "trade “fell by half", "“trade ‘fell by half”"],
  ["inches stay", 'A 27" screen', '“A 27" screen”'],
  ["dollar signs are no patterns", "It costs $& or $1.", "“It costs $& or $1.”"],
  ["spaces around it are left out", " Trade fell. ", "“Trade fell.”"],
])("%s", (_, text, expected) => {
  expect(quotation(text, "“__quote__”")).toBe(expected);
});
