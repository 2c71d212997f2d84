import { expect, test } from "vitest";
import { isUuid } from "./is-uuid";

const id = "01a213e7-981d-718a-8a97-4e54bb426f7c";

test.each<[unknown, boolean]>([
  [id, true],
  [id.toUpperCase(), true],
  [`${id}\n`, false],
  [`x${id}`, false],
  ["", false],
  [[id], false],
  [{ not: id }, false],
  [{ toString: () => id }, false],
  [null, false],
  [undefined, false],
])("%j is an id: %s", (given, expected) => {
  expect(isUuid(given)).toBe(expected);
});
