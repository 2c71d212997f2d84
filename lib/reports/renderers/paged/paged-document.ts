import type { RootContent } from "mdast";

/**
 * A document with pages that is not the report of one article: a digest of many, or the dossier of one for its reviewers. It is a Markdown tree
 * (mdast) with what each page says, so that every format shows the same.
 */
export interface PagedDocument {
  title: string;
  /** What has to be known before anything else. */
  notices: readonly string[];
  /** A word on each page of what is not public; null for none. */
  mark: string | null;
  /** Under each page. */
  footer: string;
  authors: readonly string[];
  /** ISO 8601 instant. */
  madeAt: string;
  /** BCP 47, of its words. */
  language: string;
  /** After the title. */
  lead: readonly RootContent[];
  /** How many claims have each rating, in the order of the scale; without those that no claim has. */
  chart: readonly ChartRow[];
  /** Sections begin with a heading of depth 2. A footnote definition is the section of a claim, to which references lead. */
  body: readonly RootContent[];
}

export interface ChartRow {
  label: string;
  count: number;
  /** CSS colour, "#rrggbb". */
  hue: string;
}
