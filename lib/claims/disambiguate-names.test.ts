import { expect, test } from "vitest";
import { disambiguateNames, nameToChoose } from "./disambiguate-names";

test.each([
  ["no one", [], []],
  ["people of different names", ["Ada", "Bo"], ["Ada", "Bo"]],
  [
    "two people with the same name, by their addresses",
    ["Bo", "Ada", "Bo"],
    ["Bo (0@x.org)", "Ada", "Bo (2@x.org)"],
  ],
  [
    "three people with the same name, by their addresses",
    ["Bo", "Bo", "Bo"],
    ["Bo (0@x.org)", "Bo (1@x.org)", "Bo (2@x.org)"],
  ],
])("%s", (_, names, expected) => {
  const people = names.map((name, index) => ({ id: `${index}`, name, email: `${index}@x.org` }));
  expect(disambiguateNames(people).map(nameToChoose)).toEqual(expected);
});

test("tells no email address of a person whose name no one shares", () => {
  const people = [{ id: "1", name: "Ada", email: "ada@x.org" }];
  expect(disambiguateNames(people)).toEqual([{ id: "1", name: "Ada" }]);
});
