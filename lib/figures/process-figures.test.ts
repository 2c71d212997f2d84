import { describe, expect, test } from "vitest";
import { agreementOf, fleissKappa } from "./agreement";
import { figuresCsv } from "./figures-csv";
import { durationsOf, processFigures } from "./process-figures";
import type { BallotRow, StepRow } from "./process-record";
import { stageTimes } from "./stages";

const HOUR = 3_600;
/** Monday, 5 January 2026. */
const MONDAY = Date.parse("2026-01-05T00:00:00Z") / 1000;
/** A step some hours after Monday. */
const step = (
  claim: number,
  hours: number,
  action: StepRow[1],
  to: StepRow[2],
  byPerson: 0 | 1 = 0,
): StepRow => [claim, action, to, MONDAY + hours * HOUR, byPerson];
const shown = (steps: StepRow[]) =>
  stageTimes(steps).map(({ stage, duration }) => `${stage} ${duration / HOUR}`);

describe("stages that a claim went through", () => {
  test.each<[string, StepRow[], string[]]>([
    [
      "one approval",
      [
        step(1, 0, "create", "draft"),
        step(1, 2, "submit", "in_review"),
        step(1, 5, "approve", "approved"),
        step(1, 9, "publish", "published"),
      ],
      ["draft 2", "waiting 3", "publishing 4"],
    ],
    [
      "two votes that agree",
      [
        step(1, 0, "create", "draft"),
        step(1, 1, "submit", "in_review"),
        step(1, 3, "vote", "in_review"),
        step(1, 7, "vote", "approved"),
      ],
      ["draft 1", "waiting 2", "deciding 4"],
    ],
    [
      "votes that differ, and a decision",
      [
        step(1, 0, "create", "draft"),
        step(1, 1, "submit", "in_review"),
        step(1, 2, "vote", "in_review"),
        step(1, 3, "vote", "disputed"),
        step(1, 8, "settle", "approved"),
        step(1, 9, "publish", "published"),
      ],
      ["draft 1", "waiting 1", "deciding 6", "publishing 1"],
    ],
    [
      "returned, then approved",
      [
        step(1, 0, "create", "draft"),
        step(1, 1, "submit", "in_review"),
        step(1, 2, "return", "draft"),
        step(1, 5, "submit", "in_review"),
        step(1, 6, "approve", "approved"),
      ],
      ["draft 1", "waiting 1", "draft 3", "waiting 1"],
    ],
    [
      "withdrawn: nobody reviewed it",
      [step(1, 0, "create", "draft"), step(1, 1, "submit", "in_review"), step(1, 9, "withdraw", "draft")],
      ["draft 1"],
    ],
    [
      "reopened while it waited for publication",
      [
        step(1, 0, "create", "draft"),
        step(1, 1, "submit", "in_review"),
        step(1, 2, "approve", "approved"),
        step(1, 4, "reopen", "draft"),
        step(1, 5, "submit", "in_review"),
      ],
      ["draft 1", "waiting 1", "draft 1"],
    ],
    [
      "excluded, and included again",
      [
        step(1, 0, "create", "draft"),
        step(1, 1, "submit", "in_review"),
        step(1, 2, "approve", "approved"),
        step(1, 3, "exclude", "approved"),
        step(1, 10, "include", "approved"),
        step(1, 12, "publish", "published"),
      ],
      ["draft 1", "waiting 1", "publishing 2"],
    ],
    [
      "two claims are not mixed",
      [step(1, 0, "create", "draft"), step(2, 5, "create", "draft"), step(2, 6, "submit", "in_review")],
      ["draft 1"],
    ],
  ])("%s", (_, steps, expected) => {
    expect(shown(steps)).toEqual(expected);
  });
});

test.each<[string, number[], { count: number; median: number | null; p90: number | null }]>([
  ["none", [], { count: 0, median: null, p90: null }],
  ["one", [7], { count: 1, median: 7, p90: 7 }],
  ["two", [20, 10], { count: 2, median: 15, p90: 19 }],
  ["eleven", [11, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { count: 11, median: 6, p90: 10 }],
])("median and 90th percentile of %s", (_, durations, expected) => {
  expect(durationsOf(durations)).toEqual(expected);
});

const week = { from: MONDAY, before: MONDAY + 7 * 24 * HOUR };
const record = {
  steps: [
    // Approved after 3 hours, published after 4 more.
    step(1, -10, "create", "draft"),
    step(1, 2, "submit", "in_review", 1),
    step(1, 5, "approve", "approved"),
    step(1, 9, "publish", "published"),
    // Returned, and not submitted again.
    step(2, 0, "create", "draft"),
    step(2, 1, "submit", "in_review"),
    step(2, 2, "return", "draft", 1),
    // Of the week before.
    step(3, -50, "create", "draft"),
    step(3, -40, "submit", "in_review"),
    step(3, -30, "approve", "approved"),
    step(3, 1, "publish", "published"),
  ],
  ballots: [] as BallotRow[],
  corrections: [MONDAY + HOUR],
};

test("known events have known figures", () => {
  const figures = processFigures(record, week, false);
  expect(figures.stages).toEqual({
    draft: { count: 2, median: 6.5 * HOUR, p90: (1 + 0.9 * 11) * HOUR },
    waiting: { count: 2, median: 2 * HOUR, p90: (1 + 0.9 * 2) * HOUR },
    deciding: { count: 0, median: null, p90: null },
    publishing: { count: 2, median: 17.5 * HOUR, p90: (4 + 0.9 * 27) * HOUR },
  });
  expect(figures).toMatchObject({
    work: { part: 13 * HOUR, of: (13 + 4 + 35) * HOUR },
    returned: { part: 1, of: 2 },
    corrected: { part: 1, of: 2 },
    reviews: null,
    weeks: [{ week: "2026-01-05", returned: { part: 1, of: 2 } }],
  });
});

test("the figures of a person have what this person did", () => {
  const figures = processFigures(record, week, true);
  expect(figures.stages.draft).toEqual({ count: 1, median: 12 * HOUR, p90: 12 * HOUR });
  expect(figures.stages.waiting).toEqual({ count: 1, median: HOUR, p90: HOUR });
  expect(figures).toMatchObject({
    returned: { part: 0, of: 1 },
    reviews: 1,
    corrected: null,
    agreement: null,
  });
});

test("a period that begins on a Wednesday has the week of that Wednesday", () => {
  const { weeks } = processFigures(
    record,
    { from: MONDAY + 50 * HOUR, before: MONDAY + 8 * 24 * HOUR },
    false,
  );
  expect(weeks.map(({ week: monday }) => monday)).toEqual(["2026-01-05", "2026-01-12"]);
});

const of = (scale: string, ...ratings: string[]): BallotRow => [MONDAY, scale, ratings];

describe("agreement", () => {
  test.each<[string, string[][], number | null]>([
    [
      "everyone agrees",
      [
        ["a", "a"],
        ["b", "b"],
      ],
      1,
    ],
    [
      "everyone disagrees",
      [
        ["a", "b"],
        ["a", "b"],
      ],
      -1,
    ],
    [
      "no more than chance",
      [
        ["a", "a"],
        ["a", "b"],
        ["a", "b"],
        ["b", "b"],
      ],
      0,
    ],
    [
      "one rating only",
      [
        ["a", "a"],
        ["a", "a"],
      ],
      null,
    ],
    // P = (1 + 1/3) / 2, Pe = (4/6)² + (2/6)² = 20/36.
    [
      "three votes",
      [
        ["a", "a", "a"],
        ["a", "b", "b"],
      ],
      (2 / 3 - 20 / 36) / (1 - 20 / 36),
    ],
  ])("kappa: %s", (_, ballots, expected) => {
    const kappa = fleissKappa(ballots);
    if (expected === null) expect(kappa).toBeNull();
    else expect(kappa).toBeCloseTo(expected, 10);
  });

  test("is the share of claims with equal votes, and has no kappa for few claims", () => {
    expect(agreementOf([of("s", "a", "a"), of("s", "a", "b"), of("s", "b", "b", "b")])).toEqual({
      claims: 3,
      equal: 2,
      kappa: null,
    });
  });

  test("has a kappa of the largest group with one scale and one number of votes", () => {
    const many = Array.from({ length: 24 }, (_, n) => of("s", "a", n % 4 === 0 ? "b" : "a"));
    const { claims, kappa } = agreementOf([...many, of("other", "x", "y"), of("s", "a", "a", "b")]);
    expect(claims).toBe(26);
    // P = 18/24; a has 42 of 48 votes, b has 6.
    const chance = (42 / 48) ** 2 + (6 / 48) ** 2;
    expect(kappa).toMatchObject({ claims: 24, votes: 2 });
    expect(kappa?.value).toBeCloseTo((0.75 - chance) / (1 - chance), 10);
  });
});

test("the CSV has a row for each figure of each week", () => {
  const lines = figuresCsv(processFigures(record, week, false))
    .slice(1)
    .split("\r\n");
  expect(lines[0]).toBe("week,figure,count,medianSeconds,p90Seconds,part,of");
  expect(lines).toContain(",waiting,2,7200,10080,,");
  expect(lines).toContain("2026-01-05,returned,,,,1,2");
});
