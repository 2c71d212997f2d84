import { describe, expect, test } from "vitest";
import { type ClaimantEdit, editedValue, editOf, linesOf, mergeEdits } from "./claimant-edit";

const base: ClaimantEdit = { kind: "person", name: "Ann", description: "", aliases: "", sameAs: "" };

test("a claimant is edited as text, names and addresses one per line", () => {
  const claimant = { id: "1", revision: 1, kind: "group" as const, name: "The Lees", description: null };
  expect(editOf({ ...claimant, aliases: ["Lees", "Lee"], sameAs: [] })).toEqual({
    kind: "group",
    name: "The Lees",
    description: "",
    aliases: "Lees\nLee",
    sameAs: "",
  });
  expect(linesOf(" Lees \n\n Lee\n")).toEqual(["Lees", "Lee"]);
});

describe("two people edit one claimant", () => {
  test.each<[string, Partial<ClaimantEdit>, Partial<ClaimantEdit>, Partial<ClaimantEdit>, string[]]>([
    [
      "different fields",
      { name: "Ann Lee" },
      { description: "mayor" },
      { name: "Ann Lee", description: "mayor" },
      [],
    ],
    ["the same field differently", { name: "Ann Lee" }, { name: "Ann L." }, { name: "Ann Lee" }, ["name"]],
    ["the same field to the same", { kind: "group" }, { kind: "group" }, { kind: "group" }, []],
  ])("%s", (_, mine, theirs, edit, conflicts) => {
    expect(mergeEdits(base, { ...base, ...mine }, { ...base, ...theirs })).toEqual({
      edit: { ...base, ...edit },
      conflicts,
    });
  });
});

test.each([
  ["kind", "Person"],
  ["name", "Ann"],
  ["sameAs", "(empty)"],
] as const)("%s reads %s", (field, text) => {
  expect(editedValue(field, base)).toBe(text);
});
