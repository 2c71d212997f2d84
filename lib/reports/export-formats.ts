/** The formats of a report as a file. */
export const EXPORT_FORMATS = ["html", "pdf", "claimreview"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What each is called inside a sentence: "The PDF of this report". */
export const exportFormatLabels: Record<ExportFormat, string> = {
  html: "HTML file",
  pdf: "PDF",
  claimreview: "ClaimReview file",
};
