/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** The text direction of a language. @param language a BCP 47 tag; an unknown one counts as left to right */
export function directionOf(language: string): "ltr" | "rtl" {
  const [primary = ""] = language.toLowerCase().split("-");
  return RIGHT_TO_LEFT.has(primary) ? "rtl" : "ltr";
}

const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
const LETTER = /\p{L}/u;
/** More letters say nothing new about a paragraph. */
const MAX_LETTERS = 2000;
/** The part of the letters that decides, if the first letter is of the other direction. */
const MAJORITY = 0.6;

/**
 * The direction of a text by its letters: that of the first one, unless most of the others are of the other direction (a sentence can begin
 * with a foreign name). @returns null if it has no letters
 */
export function directionOfText(text: string): "ltr" | "rtl" | null {
  if (!RIGHT_TO_LEFT_LETTER.test(text)) return LETTER.test(text) ? "ltr" : null;
  let first: "ltr" | "rtl" | null = null;
  let letters = 0;
  let toLeft = 0;
  for (const [letter] of text.matchAll(/\p{L}/gu)) {
    const isToLeft = RIGHT_TO_LEFT_LETTER.test(letter);
    first ??= isToLeft ? "rtl" : "ltr";
    letters += 1;
    if (isToLeft) toLeft += 1;
    if (letters === MAX_LETTERS) break;
  }
  if (first === null) return null;
  if (toLeft >= MAJORITY * letters) return "rtl";
  return letters - toLeft >= MAJORITY * letters ? "ltr" : first;
}

/** Whether a text has letters that are not written in a direction. */
export function hasLettersAgainst(text: string, direction: "ltr" | "rtl"): boolean {
  if (direction === "ltr") return RIGHT_TO_LEFT_LETTER.test(text);
  for (const [letter] of text.matchAll(/\p{L}/gu)) if (!RIGHT_TO_LEFT_LETTER.test(letter)) return true;
  return false;
}
