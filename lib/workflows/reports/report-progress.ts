import type { ReportProgress } from "@/lib/db/report-jobs";

/** Receives how far a report is. */
export type OnReportProgress = (progress: ReportProgress) => void;

/** A report that could be made. */
export interface MeasuredReport<Options> {
  /** Whether it takes longer than a person, or a program, should wait for an answer. */
  isLarge: boolean;
  /** What was asked for, checked, and nothing else. */
  options: Options;
}
