/** Address of the reads that open pages make by themselves or while a person types; the name of the read follows. */
export const READS_ADDRESS = "/desk/reads";

/** What pages of the desk read that way. */
export const DESK_READS = [
  "article-scale",
  "ballot",
  "citations",
  "claim-import",
  "claim-history",
  "claimants",
  "copy-state",
  "copy-text",
  "desk-search",
  "evidence-copies",
  "excerpt",
  "known-source",
  "page-change",
  "page-description",
  "people-for-work",
  "positions",
  "publication-job",
  "redaction-preview",
  "replacement-preview",
  "report-jobs",
  "same-claims",
  "scale-choices",
  "sources",
  "submission",
  "threads",
  "watch",
  "word-file",
] as const;

export type DeskReadName = (typeof DESK_READS)[number];

/** UTF-16 units of the input as JSON, up to which it goes into the address (GET); a longer one goes into the body (POST). */
export const MAX_ADDRESS_INPUT = 2_000;
