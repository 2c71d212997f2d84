import { z } from "zod";

/** The steps of the tour, in their order: what a person does from some words of an article to a claim in review. */
export const TOUR_STEPS = [
  "select",
  "mark",
  "verdict",
  "rationale",
  "source",
  "save",
  "submit",
  "done",
] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

/** The article of the demo that is still being checked, by its name in addresses, and whose articles count as the demo. */
export const TOUR_ARTICLE = {
  slug: "ferry-fares-in-lindhaven-to-double-in-january",
  authorDomain: "@demo.invalid",
} as const;

/** Where a person is in the tour. */
export interface Tour {
  /** `new` is offered the tour; `ended` has skipped or finished it. */
  state: "new" | "running" | "ended";
  step: TourStep;
}

const FIRST = TOUR_STEPS[0];
export const NEW_TOUR: Tour = { state: "new", step: FIRST };

export const tourInput = z.object({
  state: z.enum(["running", "ended"]),
  step: z.enum(TOUR_STEPS),
});

/** The state of a tour as stored. Anything unknown counts as new. */
export function readTour(value: unknown): Tour {
  const parsed = tourInput.safeParse(value);
  return parsed.success ? parsed.data : NEW_TOUR;
}

/** The step after, or before, another one; null before the first and after the last. */
export function tourStepBy(step: TourStep, by: 1 | -1): TourStep | null {
  return TOUR_STEPS[TOUR_STEPS.indexOf(step) + by] ?? null;
}

/** What the article page shows while a person follows the tour. */
export interface TourFacts {
  /** Words of the article are selected. */
  hasSelection: boolean;
  /** The form of a claim is open. */
  isFormOpen: boolean;
  /** In the open form: each is entered, and the person has gone on from it. */
  hasVerdict: boolean;
  hasRationale: boolean;
  hasSource: boolean;
  /** The newest claim of this person; null if there is none. */
  ownClaim: { state: string; hasVerdict: boolean } | null;
}

/** Whether what a step asks for was done. */
export function isTourStepDone(step: TourStep, facts: TourFacts): boolean {
  const { ownClaim } = facts;
  switch (step) {
    case "select":
      return facts.hasSelection || facts.isFormOpen;
    case "mark":
      return facts.isFormOpen;
    case "verdict":
      return facts.isFormOpen && facts.hasVerdict;
    case "rationale":
      return facts.isFormOpen && facts.hasRationale;
    case "source":
      return facts.isFormOpen && facts.hasSource;
    case "save":
      return !facts.isFormOpen && ownClaim?.state === "draft" && ownClaim.hasVerdict;
    case "submit":
      return ownClaim !== null && ownClaim.state !== "draft";
    case "done":
      return false;
  }
}

const FORM_STEPS: readonly TourStep[] = ["verdict", "rationale", "source", "save"];

/**
 * What a step waits for because the page does not show it: the form of a claim, or an open claim; null if the step can be done now.
 * @param page.hasTarget whether the page shows what the step is about
 */
export function missingForTour(
  step: TourStep,
  { isFormOpen, hasTarget }: { isFormOpen: boolean; hasTarget: boolean },
): "form" | "claim" | null {
  if (FORM_STEPS.includes(step)) return isFormOpen ? null : "form";
  return step === "submit" && !hasTarget ? "claim" : null;
}

/**
 * The step after something was done on the page. A step ends when what it asks for is done while it is shown: after going back to it, it
 * stays until it is done again. Steps that follow and are done already are skipped.
 * @param before the facts when they were last looked at
 */
export function followTour(step: TourStep, before: TourFacts, after: TourFacts): TourStep {
  if (isTourStepDone(step, before) || !isTourStepDone(step, after)) return step;
  let next = tourStepBy(step, 1);
  while (next && isTourStepDone(next, after)) next = tourStepBy(next, 1);
  return next ?? step;
}
