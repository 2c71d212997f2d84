/** Marks that are used around quotations in any language, but for the single ones, which are also apostrophes. */
const QUOTATION_MARK = /[“”„‟«»＂〝〞〟「」『』]/gu;
/** The minus signs that keyboards have beside "-", before a word or a quotation. */
const MINUS = /(?<=^|\s)[−－﹣](?=\S)/gu;

/**
 * What was typed into the search, with the marks that the database reads: «quoted words», „quoted words“ and 「quoted words」 become "quoted words",
 * and −without becomes -without.
 */
export function plainSearchMarks(q: string): string {
  return q.replace(QUOTATION_MARK, '"').replace(MINUS, "-");
}
