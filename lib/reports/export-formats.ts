/** The formats of a report as a file, by the end of its name: `report.pdf`. */
export const REPORT_FILES = ["pdf", "docx", "html", "md", "txt", "csv", "xlsx", "json"] as const;
export type ReportFileFormat = (typeof REPORT_FILES)[number];

/** Every format in which a report is exported. */
export const EXPORT_FORMATS = [...REPORT_FILES, "claimreview", "annotations"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The media type of each format, and the name of its file below the address of the article. */
export const EXPORT_FILES: Readonly<Record<ExportFormat, { type: string; name: string }>> = {
  pdf: { type: "application/pdf", name: "report.pdf" },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    name: "report.docx",
  },
  html: { type: "text/html; charset=utf-8", name: "report.html" },
  md: { type: "text/markdown; charset=utf-8", name: "report.md" },
  txt: { type: "text/plain; charset=utf-8", name: "report.txt" },
  csv: { type: "text/csv; charset=utf-8; header=present", name: "report.csv" },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "report.xlsx" },
  json: { type: "application/json", name: "report.json" },
  claimreview: { type: "application/ld+json", name: "claimreview.jsonld" },
  annotations: {
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    name: "annotations.jsonld",
  },
};

/** What is rendered of a publication before it is made: its public pages, then each file. */
export const PUBLICATION_OUTPUTS = ["pages", ...EXPORT_FORMATS] as const;
export type PublicationOutput = (typeof PUBLICATION_OUTPUTS)[number];
