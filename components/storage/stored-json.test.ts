import { expect, it } from "vitest";
import { BrowserStorage } from "./browser-storage";
import { isRecord, readJson } from "./stored-json";

it.each<[string, string | null, unknown]>([
  ["nothing", null, null],
  ["a value of the expected shape", '{"text":"a"}', { text: "a" }],
  ["invalid JSON", '{"text":', null],
  ["an array", "[]", null],
  ["null", "null", null],
  ["a number", "7", null],
  ["an empty text", "", null],
])("reads %s", (_, text, value) => {
  const area = { length: 0, key: () => null, getItem: () => text, setItem: () => {}, removeItem: () => {} };
  const storage = new BrowserStorage({ open: () => area, overflow: null, onLoss: () => {} });
  expect(readJson(storage, "a", isRecord)).toEqual(value);
});
