import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentHashOf, type EventContent, linkHashOf } from "./event-digest";

const event: EventContent = {
  at: "2026-11-25T10:00:00.000Z",
  actorId: null,
  action: "claim.edit",
  targetType: "claim",
  targetId: "1",
  articleId: null,
  from: { statement: "Ten", tags: ["a", "b"] },
  to: { statement: "Elf", tags: ["a"] },
};

/** Reverses the order of keys, as a database could. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, shuffled(each)]),
  );
}

describe("the content hash", () => {
  test.each([
    ["the time", { at: "2026-11-25T10:00:00.001Z" }],
    ["the person", { actorId: "2" }],
    ["the action", { action: "claim.delete" }],
    ["the target", { targetId: "2" }],
    ["the article", { articleId: "3" }],
    ["the old values", { from: { statement: "Ten", tags: ["b", "a"] } }],
    ["the new values", { to: null }],
  ])("changes with %s", (_, change) => {
    expect(contentHashOf({ ...event, ...change })).not.toBe(contentHashOf(event));
  });

  test("is the hash of canonical JSON, which other programs can compute", () => {
    expect(contentHashOf({ ...event, from: null, to: { z: 1, ä: "ß\u2028", a: 1e21 } })).toBe(
      // printf '%s' '{"action":"claim.edit",…,"to":{"a":1e+21,"z":1,"ä":"ß\u2028"}}' | sha256sum
      "20c0b802114530cb4781072961beeeeb7a4b6d29234053189f4f1c07eddab4d5",
    );
  });

  test("does not depend on the order of keys or a JSON round trip", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (to) => {
        const again = shuffled(JSON.parse(JSON.stringify(to))) as object;
        expect(contentHashOf({ ...event, to: again })).toBe(contentHashOf({ ...event, to }));
      }),
    );
  });
});

test("a link is hashed as the canonical JSON of its four parts", () => {
  const link = { contentHash: "a".repeat(64), id: 7n, previousHash: "b".repeat(64), sequence: 5n };
  expect(linkHashOf(link)).not.toBe(linkHashOf({ ...link, sequence: 6n }));
  expect(linkHashOf(link)).not.toBe(linkHashOf({ ...link, id: 8n }));
  expect(linkHashOf(link)).toBe("3b18a2ee2aa71255b261b364c16c9308c8f1500f9a0d86ae80b6294062ba0ef3");
});
