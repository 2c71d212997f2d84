/** The formats of a report as a file. */
export const EXPORT_FORMATS = ["html", "pdf", "claimreview"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
