import { csvOf } from "@/lib/reports/renderers/tables/csv";
import type { Cell } from "@/lib/reports/renderers/tables/report-tables";
import type { Durations, ProcessFigures, ProcessWeek, Share } from "./process-figures";
import { STAGES } from "./stages";

const COLUMNS = ["week", "figure", "count", "medianSeconds", "p90Seconds", "part", "of"] as const;

/** Figures as one CSV file: a row for each figure of each week, by its Monday; rows without a week are of the complete period. */
export function figuresCsv(figures: ProcessFigures): string {
  const { work, agreement, reviews, weeks } = figures;
  const rows: Cell[][] = [
    ...rowsOf(null, figures),
    share(null, "work", work),
    ...(agreement
      ? [
          share(null, "equal-votes", { part: agreement.equal, of: agreement.claims }),
          ...(agreement.kappa
            ? [[null, "fleiss-kappa", agreement.kappa.claims, null, null, agreement.kappa.value, null]]
            : []),
        ]
      : []),
    ...(reviews === null ? [] : [[null, "reviews", reviews, null, null, null, null]]),
    ...weeks.flatMap((week) => rowsOf(week.week, week)),
  ];
  return csvOf([COLUMNS, ...rows]);
}

function rowsOf(
  week: string | null,
  { stages, returned, corrected }: Pick<ProcessWeek, "stages" | "returned" | "corrected">,
): Cell[][] {
  return [
    ...STAGES.map((stage) => duration(week, stage, stages[stage])),
    share(week, "returned", returned),
    ...(corrected ? [share(week, "corrected", corrected)] : []),
  ];
}

const duration = (week: string | null, name: string, { count, median, p90 }: Durations): Cell[] => [
  week,
  name,
  count,
  median,
  p90,
  null,
  null,
];

const share = (week: string | null, name: string, { part, of }: Share): Cell[] => [
  week,
  name,
  null,
  null,
  null,
  part,
  of,
];
