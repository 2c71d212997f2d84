/** The formats of a report as a file, by the end of its name: `report.pdf`. */
export const REPORT_FILES = ["pdf", "html", "md", "txt", "csv", "xlsx", "json"] as const;
export type ReportFileFormat = (typeof REPORT_FILES)[number];

/** Every format in which a report is exported. */
export const EXPORT_FORMATS = [...REPORT_FILES, "claimreview"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The media type of each format, and the end of its file's name. */
export const EXPORT_FILES: Readonly<Record<ExportFormat, { type: string; extension: string }>> = {
  pdf: { type: "application/pdf", extension: "pdf" },
  html: { type: "text/html; charset=utf-8", extension: "html" },
  md: { type: "text/markdown; charset=utf-8", extension: "md" },
  txt: { type: "text/plain; charset=utf-8", extension: "txt" },
  csv: { type: "text/csv; charset=utf-8; header=present", extension: "csv" },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extension: "xlsx" },
  json: { type: "application/json", extension: "json" },
  claimreview: { type: "application/ld+json", extension: "jsonld" },
};

/** What is rendered of a publication before it is made: its public pages, then each file. */
export const PUBLICATION_OUTPUTS = ["pages", ...EXPORT_FORMATS] as const;
export type PublicationOutput = (typeof PUBLICATION_OUTPUTS)[number];
