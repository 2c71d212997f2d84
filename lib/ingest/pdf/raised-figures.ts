import { scriptPieces } from "@/lib/notation/script-characters";

/** Letters that can have an exponent or index: units, and the symbols of formulas. */
const UNIT =
  /(?:^|[\d\s/·×(])(?:[kcdmµnhM]?m|[kmµ]?g|s|h|ft|in|mi|yd|sq|[kMG]?W|[kM]?J|K|N|Pa|Hz|L|l)$|(?:^|[^\p{L}])\p{L}$/u;

/**
 * Raised figures as characters: exponents as Unicode superscripts, numbers of notes in brackets.
 * @param text the raised text
 * @param before the text before it
 * @param notes numbers that have a note in the document
 */
export function raised(text: string, before: string, notes: ReadonlySet<string>): string {
  const plain = text.trim();
  if (!/^[\d+\-−=()n,–*†‡§[\] ]+$/u.test(plain) || !/\d/.test(plain)) return text;
  // Notes that already have their brackets.
  if (/^(?:\[[\p{L}\d ]{1,12}\])+$/u.test(plain)) return plain;
  if (isNote(plain, before, notes)) return `[${plain.replace(/[[\]]/g, "").replace(/\s*,\s*/g, ",")}]`;
  return inForm(plain, "superscript");
}

function isNote(text: string, before: string, notes: ReadonlySet<string>): boolean {
  // "[3]" already has its brackets.
  const numbers = text
    .replace(/[[\]]/g, "")
    .split(/[,–\s-]+/)
    .filter(Boolean);
  if (numbers.length === 0 || !numbers.every((number) => /^[1-9]\d{0,2}$/.test(number))) return false;
  if (before.trim() === "") return true;
  // 10⁹, 2³, eⁿ, and powers of what is in brackets.
  if (/(?:^|[^\d.,])(?:10|2)$|(?:^|[^\p{L}\p{N}])e$|[×·^]\s*\d*$/u.test(before)) return false;
  if (UNIT.test(before) || /[=+×·/^]\s?[\p{L}\d]{1,3}$/u.test(before)) return false;
  if (/[\p{L}\p{M}]{2}$/u.test(before)) return !/(?:^|[^\p{L}])[A-Z][a-z]?$/u.test(before);
  if (/[.,;:!?”"’'»)\]%]$/u.test(before)) return true;
  return numbers.every((number) => notes.has(number));
}

/** Lowered figures as Unicode subscripts. */
export function lowered(text: string): string {
  return /^[\d+\-−=()]+$/.test(text) && /\d/.test(text) ? inForm(text, "subscript") : text;
}

/** The text with the characters that have such a form in it. */
function inForm(text: string, form: "superscript" | "subscript"): string {
  return scriptPieces(text, form)
    .map((piece) => piece.text)
    .join("");
}
