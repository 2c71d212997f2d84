import type { ReportProgress } from "@/lib/db/report-jobs";

/** Receives how far a report is. */
export type OnReportProgress = (progress: ReportProgress) => void;
