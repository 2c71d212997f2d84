/**
 * How BibLaTeX names what CSL names: entry types and fields, for writing and for reading what Citation.js does not read. BibLaTeX has fewer
 * types than CSL; `entrysubtype` then names the type of CSL, so that a later import gets it back.
 */

/** The entry type of each type of CSL. Those whose entry type is read as another type of CSL are in `SUBTYPED`. */
export const ENTRY_TYPES: Record<string, string> = {
  article: "article",
  "article-journal": "article",
  "article-magazine": "article",
  "article-newspaper": "article",
  bill: "legislation",
  book: "book",
  broadcast: "misc",
  chapter: "incollection",
  classic: "book",
  collection: "collection",
  dataset: "dataset",
  document: "misc",
  entry: "inreference",
  "entry-dictionary": "inreference",
  "entry-encyclopedia": "inreference",
  event: "misc",
  figure: "image",
  graphic: "artwork",
  hearing: "misc",
  interview: "misc",
  legal_case: "jurisdiction",
  legislation: "legislation",
  manuscript: "unpublished",
  map: "misc",
  motion_picture: "movie",
  musical_score: "music",
  pamphlet: "booklet",
  "paper-conference": "inproceedings",
  patent: "patent",
  performance: "performance",
  periodical: "periodical",
  personal_communication: "letter",
  post: "online",
  "post-weblog": "online",
  regulation: "legislation",
  report: "techreport",
  review: "review",
  "review-book": "review",
  software: "software",
  song: "audio",
  speech: "misc",
  standard: "standard",
  thesis: "thesis",
  treaty: "legal",
  webpage: "online",
};

/** Types whose entry type is that of another type. */
export const SUBTYPED: ReadonlySet<string> = new Set([
  ...["article", "article-magazine", "article-newspaper", "bill", "broadcast", "classic", "collection"],
  ...["entry-dictionary", "entry-encyclopedia", "event", "hearing", "interview", "map", "pamphlet", "post"],
  ...["post-weblog", "regulation", "review-book", "speech"],
]);

/** The field of the publisher in each entry type that has another than `publisher`. */
export const PUBLISHER_FIELDS: Record<string, string> = {
  techreport: "institution",
  thesis: "institution",
  inproceedings: "organization",
  unpublished: "howpublished",
};

/** Fields of text, by their names in CSL. */
export const TEXT_FIELDS: readonly (readonly [csl: string, bibtex: string])[] = [
  ["title-short", "shorttitle"],
  // Where `number` is the issue.
  ["number", "eid"],
  // Where `number` is something else.
  ["issue", "issue"],
  ["collection-title", "series"],
  ["volume", "volume"],
  ["number-of-volumes", "volumes"],
  ["volume-title", "issuetitle"],
  ["page", "pages"],
  ["number-of-pages", "pagetotal"],
  ["chapter-number", "chapter"],
  ["part-number", "part"],
  ["edition", "edition"],
  ["version", "version"],
  ["publisher-place", "location"],
  ["event-title", "eventtitle"],
  ["event-place", "venue"],
  ["container-title-short", "shortjournal"],
  ["ISBN", "isbn"],
  ["ISSN", "issn"],
  ["PMID", "pmid"],
  ["PMCID", "pmcid"],
  ["call-number", "library"],
  ["original-title", "origtitle"],
  ["original-publisher", "origpublisher"],
  ["original-publisher-place", "origlocation"],
  ["abstract", "abstract"],
  ["annote", "annotation"],
  ["keyword", "keywords"],
];

/** Fields of names. */
export const NAME_FIELDS: readonly (readonly [csl: string, bibtex: string])[] = [
  ["editor", "editor"],
  ["translator", "translator"],
  ["container-author", "bookauthor"],
];

/** Fields of dates, beside `issued` and `accessed`. */
export const DATE_FIELDS: readonly (readonly [csl: string, bibtex: string])[] = [
  ["event-date", "eventdate"],
  ["original-date", "origdate"],
];

/** The field of CSL that the field `number` holds. */
export function numberFieldOf(type: string): "issue" | "collection-number" | "number" {
  if (/^(?:article|periodical|paper-conference|review)/.test(type)) return "issue";
  return /^(?:book|chapter|entry|classic|collection)/.test(type) ? "collection-number" : "number";
}
