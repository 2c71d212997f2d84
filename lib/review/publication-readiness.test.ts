import { expect, test } from "vitest";
import { publicationReadiness, type ReadinessClaim } from "./publication-readiness";

const row = (number: number, overrides: Partial<ReadinessClaim> = {}): ReadinessClaim => ({
  id: `claim-${number}`,
  number,
  state: "approved",
  excluded: false,
  anchorOutcome: "created",
  ...overrides,
});

/** Each claim that blocks publication, with the message for it. */
test.each<[string, ReadinessClaim[], [string | null, RegExp][]]>([
  ["an approved claim", [row(1)], []],
  ["no claim", [], [[null, /no claim to publish/]]],
  ["only a retired claim", [row(1, { state: "retired" })], [[null, /no claim to publish/]]],
  ["only an excluded claim", [row(1, { excluded: true })], [[null, /no claim to publish/]]],
  ["a draft", [row(1), row(2, { state: "draft" })], [["claim-2", /^Claim 2 is a draft/]]],
  ["an unreviewed claim", [row(1, { state: "in_review" })], [["claim-1", /^Claim 1 needs approval/]]],
  ["a disputed claim", [row(1, { state: "disputed" })], [["claim-1", /votes on claim 1 differ/]]],
  ["a text that changed", [row(1, { anchorOutcome: "changed" })], [["claim-1", /its text changed/]]],
  ["a text that is gone", [row(1, { anchorOutcome: "orphaned" })], [["claim-1", /its text changed/]]],
  ["a text that only moved", [row(1, { anchorOutcome: "moved" })], []],
  [
    "a draft whose text changed, and one in review",
    [row(1, { state: "draft", anchorOutcome: "changed" }), row(2, { state: "in_review" })],
    [
      ["claim-1", /is a draft/],
      ["claim-1", /its text changed/],
      ["claim-2", /needs approval/],
    ],
  ],
  [
    "a retired claim whose text is gone",
    [row(1), row(2, { state: "retired", anchorOutcome: "orphaned" })],
    [],
  ],
])("an article with %s", (_, claims, expected) => {
  const result = publicationReadiness(claims);
  expect(result).toEqual(
    expected.length === 0
      ? { ready: true }
      : {
          ready: false,
          blockers: expected.map(([claimId, message]) => ({
            claimId,
            message: expect.stringMatching(message),
          })),
        },
  );
});
