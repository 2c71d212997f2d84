import { describe, expect, test } from "vitest";
import {
  followTour,
  missingForTour,
  NEW_TOUR,
  readTour,
  type TourFacts,
  type TourStep,
  tourStepBy,
} from "./tour";

const NOTHING: TourFacts = {
  hasSelection: false,
  isFormOpen: false,
  hasVerdict: false,
  hasRationale: false,
  hasSource: false,
  ownClaim: null,
};
const OPEN = { isFormOpen: true };
const DRAFT = { ownClaim: { state: "draft", hasVerdict: true } };

describe("the tour goes on when a step is done", () => {
  test.each<[string, TourStep, Partial<TourFacts>, Partial<TourFacts>, TourStep]>([
    ["nothing happens", "select", {}, {}, "select"],
    ["words are selected", "select", {}, { hasSelection: true }, "mark"],
    ["the form opens", "mark", { hasSelection: true }, OPEN, "verdict"],
    ["words are selected and marked at once", "select", {}, OPEN, "verdict"],
    ["a verdict is chosen", "verdict", OPEN, { ...OPEN, hasVerdict: true }, "rationale"],
    ["a rationale is written", "rationale", OPEN, { ...OPEN, hasRationale: true }, "source"],
    ["a source is added", "source", OPEN, { ...OPEN, hasSource: true }, "save"],
    [
      "the rationale is written after the source",
      "rationale",
      { ...OPEN, hasSource: true },
      { ...OPEN, hasSource: true, hasRationale: true },
      "save",
    ],
    ["the claim is saved", "save", OPEN, DRAFT, "submit"],
    ["the form is discarded", "save", OPEN, {}, "save"],
    [
      "the claim is submitted",
      "submit",
      DRAFT,
      { ownClaim: { state: "in_review", hasVerdict: true } },
      "done",
    ],
    [
      "a step that was done before is shown again",
      "verdict",
      { ...OPEN, hasVerdict: true },
      { ...OPEN, hasVerdict: true },
      "verdict",
    ],
    ["it has ended", "done", {}, OPEN, "done"],
  ])("%s", (_, step, before, after, expected) => {
    expect(followTour(step, { ...NOTHING, ...before }, { ...NOTHING, ...after })).toBe(expected);
  });
});

test.each<[TourStep, 1 | -1, TourStep | null]>([
  ["select", 1, "mark"],
  ["mark", -1, "select"],
  ["select", -1, null],
  ["done", 1, null],
])("from %s by %d: %s", (step, by, expected) => {
  expect(tourStepBy(step, by)).toBe(expected);
});

test.each<[unknown, ReturnType<typeof readTour>]>([
  [{}, NEW_TOUR],
  [
    { state: "running", step: "source" },
    { state: "running", step: "source" },
  ],
  [{ state: "running", step: "a step that is gone" }, NEW_TOUR],
  [null, NEW_TOUR],
])("a tour stored as %j", (stored, expected) => {
  expect(readTour(stored)).toEqual(expected);
});

test.each<[TourStep, { isFormOpen: boolean; hasTarget: boolean }, ReturnType<typeof missingForTour>]>([
  ["select", { isFormOpen: false, hasTarget: true }, null],
  ["rationale", { isFormOpen: false, hasTarget: false }, "form"],
  ["rationale", { isFormOpen: true, hasTarget: true }, null],
  ["submit", { isFormOpen: false, hasTarget: false }, "claim"],
  ["submit", { isFormOpen: false, hasTarget: true }, null],
  ["done", { isFormOpen: false, hasTarget: false }, null],
])("at %s, with %j on the page, the step waits for %s", (step, page, expected) => {
  expect(missingForTour(step, page)).toBe(expected);
});
