import { describe, expect, test } from "vitest";
import { buildClaim, buildClaimedBy, buildSource } from "@/lib/testing/builders";
import { changesOf, recordOf } from "./claim-record";

describe("the record of a claim", () => {
  const source = buildSource({
    id: "s1",
    url: "https://example.org/",
    title: "Customs",
    publisher: "Ministry",
    publishedOn: "2024",
    kind: "report",
    primary: true,
    confidential: true,
  });
  const evidence = {
    id: "e1",
    stance: "refutes" as const,
    excerpt: "It fell.",
    note: "Page 4",
    accessedOn: "2026-01-02",
    archiveUrl: "https://perma.cc/1",
  };

  test("has its content and the source as it is now, without ids, people and times", () => {
    const claim = buildClaim({
      statement: "Trade rose.",
      claimant: buildClaimedBy("Bo", { role: "mayor", sameAs: ["https://bo.example"] }),
      carriedBy: "Reuters",
      claimedOn: "2026-01-01",
      kind: "quote",
      tags: ["trade"],
      evidence: [{ ...evidence, source }],
    });
    const { verdict } = claim;
    expect(recordOf(claim)).toEqual({
      statement: "Trade rose.",
      claimant: { id: "claimant-Bo", kind: "person", name: "Bo", role: "mayor" },
      carriedBy: "Reuters",
      claimedOn: "2026-01-01",
      kind: "quote",
      tags: ["trade"],
      verdict: {
        ratingKey: "false",
        rationaleDoc: verdict?.rationaleDoc,
        rationaleText: "The records say otherwise.",
      },
      evidence: [
        {
          stance: "refutes",
          excerpt: "It fell.",
          note: "Page 4",
          accessedOn: "2026-01-02",
          archiveUrl: "https://perma.cc/1",
          source: {
            id: "s1",
            url: "https://example.org/",
            title: "Customs",
            publisher: "Ministry",
            publishedOn: "2024",
            kind: "report",
            primary: true,
            confidential: true,
          },
        },
      ],
    });
  });

  test("has no verdict if the claim has none", () => {
    expect(recordOf(buildClaim({ verdict: null })).verdict).toBeNull();
  });
});

interface Fields {
  title: string;
  tags: string[];
  verdict?: { ratingKey: string } | null;
}

test.each<[string, Fields, Fields, { from: Partial<Fields>; to: Partial<Fields> }]>([
  [
    "only the fields that differ",
    { title: "a", tags: ["x"] },
    { title: "b", tags: ["x"] },
    { from: { title: "a" }, to: { title: "b" } },
  ],
  [
    "a list in another order",
    { title: "a", tags: ["x", "y"] },
    { title: "a", tags: ["y", "x"] },
    { from: { tags: ["x", "y"] }, to: { tags: ["y", "x"] } },
  ],
  [
    "no verdict that is equal in both",
    { title: "a", tags: [], verdict: { ratingKey: "false" } },
    { title: "a", tags: [], verdict: { ratingKey: "false" } },
    { from: {}, to: {} },
  ],
  [
    "a field that is new",
    { title: "a", tags: [] },
    { title: "a", tags: [], verdict: null },
    { from: { verdict: undefined }, to: { verdict: null } },
  ],
])("the changes between two records are %s", (_, before, after, changes) => {
  expect(changesOf(before, after)).toStrictEqual(changes);
});
