import { expect, test } from "vitest";
import { nameKeyOf, namesKeyOf } from "./name-key";

test.each([
  ["Vladimir Putin", "vladimir putin"],
  ["  VLADIMIR   Putin ", "vladimir putin"],
  ["Gabriel García Márquez", "gabriel garcia marquez"],
  ["U.S. officials", "us officials"],
  ["Владимир Путин", "владимир путин"],
  [" ??? ", "???"],
])("%s", (name, key) => {
  expect(nameKeyOf(name)).toBe(key);
});

test.each<[string, string, string[], string]>([
  ["a name alone", "Associated Press", [], "\nassociated press\n"],
  ["other names after it", "Associated Press", ["AP"], "\nassociated press\nap\n"],
  ["each name once", "Associated Press", ["associated press", "AP", "A.P."], "\nassociated press\nap\n"],
])("%s", (_, name, aliases, key) => {
  expect(namesKeyOf({ name, aliases })).toBe(key);
});
