/** How RIS names what CSL names, for writing and for reading what Citation.js does not read. */

/** The record type of each type of CSL. */
export const RECORD_TYPES: Record<string, string> = {
  article: "JOUR",
  "article-journal": "JOUR",
  "article-magazine": "MGZN",
  "article-newspaper": "NEWS",
  bill: "BILL",
  book: "BOOK",
  broadcast: "MPCT",
  chapter: "CHAP",
  classic: "CLSWK",
  dataset: "DATA",
  entry: "CTLG",
  "entry-dictionary": "DICT",
  "entry-encyclopedia": "ENCYC",
  figure: "FIGURE",
  graphic: "ART",
  hearing: "HEAR",
  legal_case: "CASE",
  legislation: "STAT",
  manuscript: "MANSCPT",
  map: "MAP",
  motion_picture: "VIDEO",
  musical_score: "MUSIC",
  pamphlet: "PAMP",
  "paper-conference": "CPAPER",
  patent: "PAT",
  periodical: "SER",
  personal_communication: "PCOMM",
  post: "ICOMM",
  "post-weblog": "BLOG",
  regulation: "LEGAL",
  report: "RPRT",
  review: "JOUR",
  "review-book": "BOOK",
  software: "COMP",
  song: "SOUND",
  speech: "SOUND",
  standard: "STAND",
  thesis: "THES",
  webpage: "ELEC",
};

/** The type of CSL that a record has if Citation.js would read it as another. */
export const READ_TYPES: Record<string, string> = {
  ICOMM: "post",
  LEGAL: "regulation",
  SOUND: "song",
};

/** Fields of text. Each tag has this meaning in every record type that is written. */
export const TEXT_TAGS: readonly (readonly [csl: string, tag: string])[] = [
  ["title-short", "ST"],
  ["collection-title", "T3"],
  ["container-title-short", "J2"],
  ["volume", "VL"],
  ["number-of-volumes", "NV"],
  ["issue", "IS"],
  ["edition", "ET"],
  ["number", "M1"],
  ["genre", "M3"],
  ["publisher-place", "CY"],
  ["call-number", "CN"],
  ["source", "DB"],
  ["original-title", "OP"],
  ["abstract", "AB"],
  ["archive_location", "AV"],
  ["language", "LA"],
];

/** Fields of names. */
export const NAME_TAGS: readonly (readonly [csl: string, tag: string])[] = [
  ["author", "AU"],
  ["editor", "ED"],
  ["translator", "A4"],
];
