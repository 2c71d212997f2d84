import { expect, it } from "vitest";
import { editorsOf, othersHere, type PresentTab, wordsByClaim } from "./presence";

const tab = (name: string, claimId: string | null, editing = false): PresentTab => ({
  guest: false,
  tabId: crypto.randomUUID(),
  userId: name.toLowerCase(),
  name,
  claimId,
  editing,
  left: 10_000,
});

it("lists everyone else once", () => {
  const people = othersHere([tab("Grace", null), tab("Ada", "c1"), tab("Ada", null), tab("Me", "c1")], "me");
  expect(people.map(({ name, places }) => [name, places.length])).toEqual([
    ["Ada", 1],
    ["Grace", 0],
  ]);
});

it.each([
  ["one who edits", [tab("Ada", "c1", true)], "Ada is editing"],
  ["one who edits, one who views", [tab("Ada", "c1", true), tab("Grace", "c1")], "Ada is editing"],
  ["two who view", [tab("Ada", "c1"), tab("Grace", "c1")], "Ada and Grace are here"],
  ["one in two tabs", [tab("Ada", "c1"), tab("Ada", "c1")], "Ada is here"],
  [
    "two who share a name",
    [tab("Ada", "c1"), { ...tab("Ada", "c1"), userId: "other" }],
    "Ada and Ada are here",
  ],
  ["one with a new claim", [tab("Ada", null, true)], undefined],
])("describes who is at a claim: %s", (_, tabs, description) => {
  expect(wordsByClaim(othersHere(tabs, "me")).get("c1")).toBe(description);
});

it.each<[string, string | null, string[]]>([
  ["a claim whose form two people have open, one in two tabs", "c1", ["Ada", "Grace"]],
  ["a claim that someone only views", "c2", []],
  ["a new claim, which nobody else can edit", null, []],
])("lists who else edits %s", (_, claimId, names) => {
  const tabs = [
    ...[tab("Grace", "c1", true), tab("Ada", "c1", true), tab("Ada", "c1", true)],
    ...[tab("Noor", "c2"), tab("Bo", null, true), tab("Me", "c1", true)],
  ];
  expect(editorsOf(othersHere(tabs, "me"), claimId)).toEqual(names);
});
