import { expect, test } from "vitest";
import { describeClaimant, describeClaimedBy } from "./labels";

const wu = { name: "Joseph Wu", role: "then foreign minister of Taiwan" };

test.each<[{ name: string; role?: string | null }, string]>([
  [wu, "Joseph Wu, then foreign minister of Taiwan"],
  [{ name: "Joseph Wu", role: null }, "Joseph Wu"],
  [{ name: "Joseph Wu" }, "Joseph Wu"],
])("a claimant %j is %s", (claimant, expected) => {
  expect(describeClaimant(claimant)).toBe(expected);
});

test.each<[string, Parameters<typeof describeClaimedBy>[0], string[]]>([
  ["both", { claimant: wu, carriedBy: "Reuters" }, [describeClaimant(wu), "carried by Reuters"]],
  ["a claimant alone", { claimant: wu, carriedBy: null }, [describeClaimant(wu)]],
  ["a carrier alone", { claimant: null, carriedBy: "Reuters" }, ["carried by Reuters"]],
  ["neither", { claimant: null, carriedBy: null }, []],
])("who made a claim and who carried it: %s", (_, claimedBy, expected) => {
  expect(describeClaimedBy(claimedBy)).toEqual(expected);
});
