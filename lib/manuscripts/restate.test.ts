import { expect, test } from "vitest";
import { restate } from "./restate";

test.each([
  ["the passage itself", "300 metres long", "300 metres long", "250 metres long", "250 metres long"],
  ["a sentence with the passage in it", "The bridge is 300 m.", "300 m", "250 m", "The bridge is 250 m."],
  ["a sentence of the editor's own", "It is long.", "300 m", "250 m", "It is long."],
  ["a sentence with the passage twice", "300 or 300", "300", "250", "300 or 300"],
  ["signs that have a meaning in patterns", "It costs $1.", "$1", "$& 2", "It costs $& 2."],
])("%s", (_, statement, passage, wording, expected) => {
  expect(restate(statement, passage, wording)).toBe(expected);
});
