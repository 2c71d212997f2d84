import { expect, test } from "vitest";
import { type ClaimantEdit, editedValue, editOf } from "./claimant-edit";

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
});

test.each([
  ["kind", "Person"],
  ["name", "Ann"],
  ["sameAs", ""],
] as const)("%s reads %s", (field, text) => {
  expect(editedValue(field, base)).toBe(text);
});
