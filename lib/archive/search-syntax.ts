/** Marks that are used around quotations in any language, but for the single ones, which are also apostrophes. */
const QUOTATION_MARK = /[“”„‟«»＂〝〞〟「」『』]/gu;
/** The minus signs that keyboards have beside "-", before a word or a quotation. */
const MINUS = /(?<=^|\s)[−－﹣](?=\S)/gu;
/** A word in a script without spaces that is excluded, with or without quotation marks. The database reads "-" only before other scripts. */
const EXCLUDED =
  /(?<=^|\s)-"?([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+)"?(?=\s|$)/gu;

/** What was typed into the search, as the database reads it. */
export interface SearchSyntax {
  /** With straight quotation marks and "-"; "" if everything is excluded. */
  text: string;
  /** Words in scripts without spaces that what is found must not have. */
  excluded: string[];
}

/**
 * Reads a search as people type it in any language: «quoted words», „quoted words“, 「quoted words」, −without.
 * @param q at most `MAX_QUERY` characters
 */
export function readSearchSyntax(q: string): SearchSyntax {
  const typed = q.replace(QUOTATION_MARK, '"').replace(MINUS, "-");
  const excluded = [...typed.matchAll(EXCLUDED)].map(([, word = ""]) => word);
  return { text: typed.replace(EXCLUDED, "").trim(), excluded };
}
