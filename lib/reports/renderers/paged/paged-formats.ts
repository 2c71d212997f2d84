/** The formats of documents with pages that only members get. */
export const PAGED_FORMATS = ["pdf", "docx", "html"] as const;
export type PagedFormat = (typeof PAGED_FORMATS)[number];
