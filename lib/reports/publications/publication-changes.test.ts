import { expect, test } from "vitest";
import { reportClaim, smallReport } from "@/lib/testing/reports/small-report";
import type { Report } from "../report";
import { type PublicationChanges, publicationChanges } from "./publication-changes";

const claim = (number: number, overrides = {}) =>
  reportClaim({ id: `claim-${number}`, number, statement: `Statement ${number}.`, ...overrides });
const before = smallReport({ claims: [claim(1), claim(2)] });
const withClaims = (...claims: Report["claims"]) => ({ ...before, claims });

/** What changed, in short. */
function shortly({ added, changed, removed, unchanged, parts }: PublicationChanges) {
  return {
    ...(added.length > 0 && { added: added.map(({ number }) => number) }),
    ...(changed.length > 0 && { changed: changed.map(({ number, lines }) => [number, ...lines]) }),
    ...(removed.length > 0 && { removed: removed.map(({ number }) => number) }),
    ...(parts.length > 0 && { parts }),
    unchanged,
  };
}

/** Sorts the keys of objects, as Postgres does in a `jsonb` column. */
function asStored<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(asStored) as T;
  const sorted = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, each]) => [key, asStored(each)])) as T;
}

test.each<[string, Report | null, Report, ReturnType<typeof shortly>]>([
  ["a first publication", null, before, { added: [1, 2], unchanged: 0 }],
  ["nothing", before, before, { unchanged: 2 }],
  [
    "nothing, with the keys in the order in which the database returns them",
    asStored(before),
    before,
    { unchanged: 2 },
  ],
  [
    "a verdict",
    before,
    withClaims(claim(1), claim(2, { ratingKey: "true" })),
    { changed: [[2, expect.stringMatching(/^Verdict: .* → True$/) as string]], unchanged: 1 },
  ],
  [
    "tags, which need no note",
    before,
    withClaims(claim(1, { tags: ["trade"] }), claim(2)),
    { changed: [[1]], unchanged: 1 },
  ],
  ["a claim less", before, withClaims(claim(2)), { removed: [1], unchanged: 1 }],
  ["a claim more", before, withClaims(claim(1), claim(2), claim(3)), { added: [3], unchanged: 2 }],
  [
    "the text, the title and the finding",
    before,
    { ...before, article: { ...before.article, textHash: "1", title: "Tax" }, finding: "Taxes fell." },
    { parts: ["text", "details", "finding"], unchanged: 2 },
  ],
])("%s", (_, was, now, expected) => {
  expect(shortly(publicationChanges(was, now))).toEqual(expected);
});
