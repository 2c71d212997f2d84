import { z } from "zod";

/** The steps of the tour, in their order. */
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

/** The step after, or before, another one; the first and the last have none. */
export function tourStepBy(step: TourStep, by: 1 | -1): TourStep | null {
  return TOUR_STEPS[TOUR_STEPS.indexOf(step) + by] ?? null;
}
