/** The formats of a report as a file. */
export const EXPORT_FORMATS = ["html", "pdf", "claimreview"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is rendered of a publication before it is made: its public pages, then each file. */
export const PUBLICATION_OUTPUTS = ["pages", ...EXPORT_FORMATS] as const;
export type PublicationOutput = (typeof PUBLICATION_OUTPUTS)[number];
