import { type Agreement, agreementOf } from "./agreement";
import type { ProcessRecord, StepRow } from "./process-record";
import { STAGES, type Stage, type StageTime, stageTimes, WORK_STAGES } from "./stages";

/** The middle and the slow end of durations. */
export interface Durations {
  count: number;
  /** Seconds; null if there are none. */
  median: number | null;
  /** Seconds that 90 of 100 do not exceed; null if there are none. */
  p90: number | null;
}

export interface Share {
  part: number;
  of: number;
}

/** How the work of a desk, or of one person, went in a period. */
export interface ProcessFigures {
  stages: Record<Stage, Durations>;
  /** Seconds of work among all seconds; what is counted in `stages`. */
  work: Share;
  /** Submissions that were returned, of those that were decided in the period. */
  returned: Share;
  /** Claims that were corrected in the period, to those that were published in it; null for one person. */
  corrected: Share | null;
  /** Null for one person. */
  agreement: Agreement | null;
  /** Votes, approvals and returns; only of one person. */
  reviews: number | null;
  /** Every week that begins in the period or in which it begins, the oldest first. */
  weeks: ProcessWeek[];
}

export interface ProcessWeek {
  /** Its Monday, ISO 8601 day (UTC). */
  week: string;
  stages: Record<Stage, Durations>;
  returned: Share;
  corrected: Share | null;
}

const DAY = 86_400;
const WEEK = 7 * DAY;
/** The first Monday of 1970 was 5 January. */
const FIRST_MONDAY = 4 * DAY;

/**
 * Counts what happened to claims in a period. Pure.
 * @param period in seconds since 1970; `before` is not included
 * @param ofPerson whether to count only what the person of the record did
 */
export function processFigures(
  { steps, ballots, corrections }: ProcessRecord,
  { from, before }: { from: number; before: number },
  ofPerson: boolean,
): ProcessFigures {
  const isIn = (at: number) => at >= from && at < before;
  const times = stageTimes(steps).filter(({ until, byPerson }) => isIn(until) && (!ofPerson || byPerson));
  const decided = decisions(steps).filter(({ at, byPerson }) => isIn(at) && (!ofPerson || byPerson));
  const published = ofPerson ? null : publications(steps).filter(isIn);
  const count = (inPart: (at: number) => boolean) => {
    const ofPart = times.filter(({ until }) => inPart(until));
    const decidedThen = decided.filter(({ at }) => inPart(at));
    return {
      stages: durationsByStage(ofPart),
      returned: { part: decidedThen.filter(({ returned }) => returned).length, of: decidedThen.length },
      corrected: published && {
        part: corrections.filter(inPart).length,
        of: published.filter(inPart).length,
      },
    };
  };
  const seconds = (some: readonly StageTime[]) => some.reduce((sum, { duration }) => sum + duration, 0);
  return {
    ...count(isIn),
    work: { part: seconds(times.filter(({ stage }) => WORK_STAGES.includes(stage))), of: seconds(times) },
    agreement: ofPerson ? null : agreementOf(ballots),
    reviews: ofPerson
      ? steps.filter((step) => isReview(step) && step[4] === 1 && isIn(step[3])).length
      : null,
    weeks: mondays(from, before).map((monday) => ({
      week: new Date(monday * 1000).toISOString().slice(0, 10),
      ...count((at) => at >= monday && at < monday + WEEK),
    })),
  };
}

/**
 * The median and the 90th percentile, each interpolated between the two nearest values, as `percentile_cont` of SQL does.
 * @param durations in seconds, in any order
 */
export function durationsOf(durations: readonly number[]): Durations {
  const sorted = [...durations].sort((a, b) => a - b);
  return { count: sorted.length, median: percentile(sorted, 0.5), p90: percentile(sorted, 0.9) };
}

function percentile(sorted: readonly number[], part: number): number | null {
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at));
}

function durationsByStage(times: readonly StageTime[]): Record<Stage, Durations> {
  const of = (stage: Stage) =>
    durationsOf(times.filter((time) => time.stage === stage).map(({ duration }) => duration));
  return Object.fromEntries(STAGES.map((stage) => [stage, of(stage)])) as Record<Stage, Durations>;
}

const isReview = ([, action]: StepRow) =>
  action === "vote" || action === "approve" || action === "settle" || action === "return";

/** Submissions with their outcome: returned, or approved. @returns `byPerson`: whether the person submitted it */
function decisions(steps: readonly StepRow[]): { at: number; returned: boolean; byPerson: boolean }[] {
  const all: { at: number; returned: boolean; byPerson: boolean }[] = [];
  let submitted = null as { claim: number; byPerson: boolean } | null;
  for (const [claim, action, to, at, byPerson] of steps) {
    if (submitted?.claim !== claim) submitted = null;
    if (action === "submit") submitted = { claim, byPerson: byPerson === 1 };
    else if (submitted && (action === "return" || to === "approved")) {
      all.push({ at, returned: action === "return", byPerson: submitted.byPerson });
      submitted = null;
    } else if (to === "draft") submitted = null;
  }
  return all;
}

/** When claims were published. */
function publications(steps: readonly StepRow[]): number[] {
  return steps.flatMap(([, action, , at]) => (action === "publish" ? [at] : []));
}

/** The Mondays of the weeks of a period, 00:00 UTC. */
function mondays(from: number, before: number): number[] {
  const first = Math.floor((from - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
  return Array.from({ length: Math.max(0, Math.ceil((before - first) / WEEK)) }, (_, n) => first + n * WEEK);
}
