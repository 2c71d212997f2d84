import { expect, test } from "vitest";
import { defaultScale } from "@/lib/ratings/default-scale";
import type { Rating } from "@/lib/ratings/rating";
import { type ClaimChange, claimHistory, type PublishedState } from "./claim-history";

const rating = (key: string) => defaultScale.ratings.find((each) => each.key === key) as Rating;
const state = (overrides: Partial<PublishedState> = {}): PublishedState => ({
  publication: 1,
  publishedAt: "2026-01-01T00:00:00.000Z",
  number: 4,
  statement: "Trade doubled.",
  rating: rating("true"),
  claimant: "The ministry",
  quoteHash: "q",
  reasonsHash: "r",
  sourcesHash: "s",
  ...overrides,
});

test.each<[string, Partial<PublishedState>, ClaimChange[]]>([
  ["nothing", {}, []],
  ["another number only", { number: 9 }, []],
  ["the rating", { rating: rating("false") }, [{ kind: "rating", from: rating("true") }]],
  [
    "the name of the rating",
    { rating: { ...rating("true"), label: "Correct" } },
    [{ kind: "rating", from: rating("true") }],
  ],
  ["the colour of the rating", { rating: { ...rating("true"), colour: "grey" } }, []],
  ["the statement", { statement: "It doubled." }, [{ kind: "statement", from: "Trade doubled." }]],
  ["the claimant", { claimant: null }, [{ kind: "claimant" }]],
  [
    "all the rest",
    { quoteHash: "q2", reasonsHash: "r2", sourcesHash: "s2" },
    [{ kind: "quote" }, { kind: "reasons" }, { kind: "sources" }],
  ],
])("a publication that changed %s", (_, change, changes) => {
  const [newest] = claimHistory([state(), state({ publication: 3, ...change })]);
  expect(newest).toMatchObject({ publication: 3, changes });
});

test("the newest publication comes first, and the first says so", () => {
  const states = [1, 2, 5].map((publication) => state({ publication }));
  expect(claimHistory(states).map(({ publication, changes }) => [publication, changes])).toEqual([
    [5, []],
    [2, []],
    [1, [{ kind: "first" }]],
  ]);
  expect(claimHistory(states, false).at(-1)?.changes).toEqual([]);
  expect(claimHistory([])).toEqual([]);
});
