/** A word or figure of a text, folded for comparison. */
export interface Token {
  /** Lower case; digits without their form (superscript, full width). */
  folded: string;
  /** UTF-16 offsets into the text that it is in. */
  start: number;
  end: number;
  /**
   * Whether the boundary before it is only one of markup (a superscript, a formula, a hyphen at the end of a line). Letters can be joined
   * there; digits cannot.
   */
  isJoinable: boolean;
}

/** Marks a boundary of markup between two words: see `Token.isJoinable`. From a private area of Unicode, which no text needs. */
export const JOINT = "\ue0f0";

/** Scripts that put no spaces between words: each character counts as a word. */
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const RAISED = "⁰¹²³⁴-⁹₀-₉";
const FRACTION = "¼-¾⅐-⅞";

/** Raised digits, fractions, figures with their separators, signs that change a figure, characters of unspaced scripts, words. */
const WORD = new RegExp(
  [
    `[${RAISED}]+`,
    `[${FRACTION}]`,
    "(?<![\\p{L}\\p{N}])[-−](?=\\p{Nd})",
    "\\p{Nd}+(?:[.,:'’٫٬]\\p{Nd}+)*",
    "[%‰$€£¥]",
    `[${UNSPACED}]\\p{M}*`,
    `(?:(?![${UNSPACED}])[\\p{L}\\p{M}])+`,
    "\\p{N}",
  ].join("|"),
  "gu",
);

/** Digits and signs as superscripts or subscripts; what has no such form stays. */
export function raised(text: string, form: "superscript" | "subscript"): string {
  return text.replaceAll(
    /[0-9+\-−]/g,
    (sign) => FORMS[form][DIGITS.indexOf(sign === "−" ? "-" : sign)] ?? sign,
  );
}

const DIGITS = "0123456789+-";
const FORMS = { superscript: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", subscript: "₀₁₂₃₄₅₆₇₈₉₊₋" };

/** The words and figures of a text. A soft hyphen or a zero-width character is no boundary. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const start = match.index;
    const isRaised = /^[⁰¹²³⁴-⁹₀-₉¼-¾⅐-⅞]/u.test(word);
    const isJoinable = isJoint(text, last, start) || isRaised || endsRaised(text, start);
    // A fraction is two figures: ½ is 1 and 2.
    const parts = word.normalize("NFKC").split("⁄");
    for (const part of parts)
      tokens.push({
        folded: fold(part),
        start,
        end: start + word.length,
        isJoinable: isJoinable || parts.length > 1,
      });
    last = start + word.length;
  }
  return tokens;
}

/** Whether two words are separated only by invisible characters, or by a joint of markup, perhaps with a hyphen. */
function isJoint(text: string, from: number, to: number): boolean {
  if (from === to || to - from > 8) return false;
  const between = text.slice(from, to);
  return /^[\ue0f0\u00ad\u200b-\u200d\u2060\ufeff-]+$/u.test(between) && between.replace("-", "") !== "";
}

function endsRaised(text: string, start: number): boolean {
  return start > 0 && /[⁰¹²³⁴-⁹₀-₉¼-¾⅐-⅞]/u.test(text[start - 1] ?? "");
}

const MINUS = /^−$/;

function fold(word: string): string {
  return MINUS.test(word) ? "-" : word.toLowerCase().replaceAll("’", "'");
}
