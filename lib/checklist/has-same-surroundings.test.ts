import { expect, test } from "vitest";
import { hasSameSurroundings } from "./has-same-surroundings";

const OLD = "Then Angela Merkel flew to Berlin in the winter of that year.";
const rangeIn = (text: string) => {
  const start = text.indexOf("Berlin");
  return { start, end: start + "Berlin".length };
};

test.each([
  ["nothing changed", OLD, true],
  ["only the words after it changed", "Then Angela Merkel flew to Berlin and stayed.", true],
  ["only the words before it changed", "She never saw Berlin in the winter of that year.", true],
  ["another kind of space", OLD.replace("to Berlin", "to\u00a0Berlin"), true],
  ["words further away changed", "Never was there a person who flew to Berlin in the spring.", true],
  ["the words on both sides changed", "The mayor of Berlin said no.", false],
])("%s", (_, now, same) => {
  expect(hasSameSurroundings(OLD, rangeIn(OLD), now, rangeIn(now))).toBe(same);
});
