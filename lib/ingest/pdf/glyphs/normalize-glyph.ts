/** Bullets of the fonts Symbol and Wingdings, which have no characters of their own. */
const PRIVATE_BULLET = /[\uf0b7\uf0a7\uf0d8\uf076\uf0fc]/g;
/** Letters in the form that they have at a position in a word, and ligatures; their plain letters are what was written. */
const PRESENTATION =
  /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe10-\ufe19\ufe30-\ufe44\ufe47\ufe48\ufe70-\ufefc]+/g;

/**
 * The characters that a glyph represents: ligatures and Arabic presentation forms as letters, every kind of space as a space, except those
 * that a number can contain.
 */
export function normalizeGlyph(unicode: string): string {
  return (
    unicode
      .replace(PRESENTATION, (forms) => forms.normalize("NFKC"))
      // NFKC puts a space before a mark that has its own form.
      .replace(/ (?=\p{M})/gu, "")
      .replace(PRIVATE_BULLET, "•")
      .replaceAll("\uf001", "fi")
      .replaceAll("\uf002", "fl")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without a table of characters have them
      .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u200b]/g, "")
      .replace(/[\t\n\r\v\f\u2000-\u2006\u2008\u200a\u3000]/g, " ")
  );
}
