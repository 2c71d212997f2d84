import { expect, test } from "vitest";
import { copyStateOf, isDead } from "./copy-state";

const page = {
  url: "https://example.org/",
  confidential: false,
  keptAt: null,
  linkState: "unchecked" as const,
  linkNote: null,
  linkCheckedAt: null,
};
const kept = { keptAt: "2026-01-01T00:00:00.000Z" };

test.each<[string, Partial<Parameters<typeof copyStateOf>[0]>, boolean, object]>([
  ["a page just cited", {}, true, { kind: "waiting", before: null }],
  [
    "one that will be retried",
    { linkNote: "It answered 503." },
    true,
    { kind: "waiting", before: "It answered 503." },
  ],
  ["one that is gone", { linkNote: "It answered 404." }, false, { kind: "failed", why: "It answered 404." }],
  ["one that was never visited", {}, false, { kind: "not-saved" }],
  ["one with a saved copy", kept, false, { kind: "saved", at: "2026-01-01T00:00:00.000Z" }],
  [
    "a saved copy of a page that is now gone",
    { ...kept, linkNote: "It answered 404." },
    true,
    { kind: "saved" },
  ],
  ["a book", { url: null }, false, { kind: "none" }],
  ["a confidential source", { confidential: true }, false, { kind: "none" }],
])("%s", (_, part, waiting, expected) => {
  expect(copyStateOf({ ...page, ...part }, waiting).copy).toMatchObject(expected);
});

test("the result of the last visit is shown as it was", () => {
  const visited = {
    linkState: "gone" as const,
    linkNote: "It answered 404.",
    linkCheckedAt: "2026-01-02T00:00:00.000Z",
  };
  expect(copyStateOf({ ...page, ...visited }, false).link).toEqual({
    state: "gone",
    note: "It answered 404.",
    checkedAt: "2026-01-02T00:00:00.000Z",
  });
});

test.each([
  ["unchecked", false],
  ["answers", false],
  ["gone", true],
  ["unreachable", true],
] as const)("a link that is %s is dead: %s", (state, dead) => {
  expect(isDead({ state })).toBe(dead);
});
