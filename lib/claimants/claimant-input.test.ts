import { describe, expect, test } from "vitest";
import { CLAIMANT_LIMITS, claimantFields, claimedByInput } from "./claimant-input";

const id = "6f0bafc4-9d0c-4d2f-8b1e-0d6f3a6d7f10";
const address = "https://www.wikidata.org/wiki/Q7747";

describe("who made a claim", () => {
  test.each<[string, object, object | null]>([
    ["a known claimant", { id }, { id, name: null, role: null, sameAs: [], isNew: false }],
    ["a name", { name: " Ann Lee " }, { id: null, name: "Ann Lee", role: null, sameAs: [], isNew: false }],
    [
      "a new claimant of a known name",
      { name: "Ann Lee", kind: "person", role: "mayor", sameAs: [address], isNew: true },
      { id: null, name: "Ann Lee", kind: "person", role: "mayor", sameAs: [address], isNew: true },
    ],
    [
      "each address once, and no blank one",
      { name: "Ann Lee", sameAs: [address, "", address] },
      { id: null, name: "Ann Lee", role: null, sameAs: [address], isNew: false },
    ],
    ["a blank field", { name: "  ", role: "mayor" }, null],
    ["nothing", {}, null],
  ])("%s", (_, entered, expected) => {
    expect(claimedByInput.parse(entered)).toEqual(expected);
  });
});

const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n));
const nameOf = (index: number) => `Name ${index}`;
const addressOf = (index: number) => `https://example.org/${index}`;

describe("the fields of a claimant", () => {
  const fields = { kind: "group", name: "Anglers" };

  test.each<[string, object, object]>([
    ["are few", {}, { ...fields, description: null, aliases: [], sameAs: [] }],
    [
      "have each other name once, and no blank one",
      { aliases: ["AP", "", "AP", "A. P."] },
      { ...fields, description: null, aliases: ["AP", "A. P."], sameAs: [] },
    ],
  ])("%s", (_, entered, expected) => {
    expect(claimantFields.parse({ ...fields, ...entered })).toEqual(expected);
  });

  test.each<[string, object, string | null]>([
    ["no kind", { kind: undefined }, "Choose a person, an organisation or a group."],
    ["no name", { name: " " }, "Enter a name."],
    ["the most names", { aliases: many(CLAIMANT_LIMITS.aliases, nameOf) }, null],
    [
      "more names",
      { aliases: many(CLAIMANT_LIMITS.aliases + 1, nameOf) },
      "Enter at most 50 other names. Remove some.",
    ],
    ["the most addresses", { sameAs: many(CLAIMANT_LIMITS.sameAs, addressOf) }, null],
    [
      "more addresses",
      { sameAs: many(CLAIMANT_LIMITS.sameAs + 1, addressOf) },
      "Enter at most 20 addresses. Remove some.",
    ],
  ])("with %s", (_, entered, message) => {
    const parsed = claimantFields.safeParse({ ...fields, ...entered });
    expect(parsed.error?.issues[0]?.message ?? null).toBe(message);
  });
});
