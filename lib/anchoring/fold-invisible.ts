import type { TextRange } from "./text-range";

/** A text in which characters that no reader can tell apart are equal. Offsets are UTF-16 units. */
export interface FoldedText {
  raw: string;
  /** The folded text: each run of white space is one space. */
  text: string;
  /** The same, but a run of white space with a line break is a line break. It has the same length as `text`. */
  lines: string;
  /** Where each unit of `text` starts and ends in `raw`; null if the offsets are equal. */
  offsets: { starts: Int32Array; ends: Int32Array } | null;
}

/** Soft hyphens, zero-width spaces and word joiners; not joiners or direction marks, which change what a reader sees. */
const IGNORABLE = "\\u00ad\\u200b\\u2060\\ufeff";

/** Most marks on a character that are brought into normal form together: the cost of that grows with their square. */
const MAX_MARKS = 32;

/** A character with its marks, or the parts of one Korean syllable: what Unicode can write in more than one form. */
const COMPOSABLE = String.raw`[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|\P{M}?\p{M}{1,${MAX_MARKS}}`;

/** White space. JavaScript counts U+FEFF, the zero-width no-break space, as well. */
const SPACE = "[^\\S\\ufeff]";

/** A space between two words, which stays as it is: of all characters to look at, most are one. */
const PLAIN_SPACE = ` [^\\s${IGNORABLE}\\p{M}]`;

/** White space with invisible characters in it, invisible characters alone, and the kinds of quotation marks. */
const VARIANT = `(?!${PLAIN_SPACE})${SPACE}(?:[\\s${IGNORABLE}]*${SPACE})?|[${IGNORABLE}]+|[‘’‚‛“”„‟]`;

const IN_NORMAL_FORM = new RegExp(VARIANT, "gu");
const IN_ANY_FORM = new RegExp(`${VARIANT}|${COMPOSABLE}|[^\\x00-\\u036f]`, "gu");

const MANY_MARKS = new RegExp(`\\p{M}{${MAX_MARKS + 1}}`, "u");

/** Whether a text has anything to fold but line breaks, each between two words. */
const FOLDABLE = new RegExp(`[‘’‚‛“”„‟${IGNORABLE}]|[^\\S \\n]|\\s\\s`, "u");

/**
 * Folds what no reader can see: Unicode normal form, kinds and amounts of white space (line breaks included), soft hyphens and
 * zero-width characters, straight and curly quotation marks. The cost grows with the length of the text.
 */
export function foldInvisible(raw: string): FoldedText {
  const isNormal = !MANY_MARKS.test(raw) && raw.normalize("NFC") === raw;
  if (isNormal && !FOLDABLE.test(raw)) return unfolded(raw);
  const parts: string[] = [];
  // No character's normal form is longer than three of its units.
  const starts = new Int32Array(3 * raw.length);
  const ends = new Int32Array(3 * raw.length);
  let length = 0;
  let at = 0;
  const copyUntil = (end: number) => {
    parts.push(raw.slice(at, end));
    for (; at < end; at++) {
      starts[length] = at;
      ends[length++] = at + 1;
    }
  };
  for (const { 0: variant, index } of raw.matchAll(isNormal ? IN_NORMAL_FORM : IN_ANY_FORM)) {
    const folded = fold(variant);
    if (folded === variant) continue;
    copyUntil(index);
    at += variant.length;
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit++) {
      starts[length] = index;
      ends[length++] = at;
    }
  }
  copyUntil(raw.length);
  const lines = parts.join("");
  return {
    raw,
    text: lines.replaceAll("\n", " "),
    lines,
    offsets: { starts: starts.subarray(0, length), ends: ends.subarray(0, length) },
  };
}

/** A text as it is: nothing in it is equal to anything else. */
export function unfolded(raw: string): FoldedText {
  return { raw, text: raw.replaceAll("\n", " "), lines: raw, offsets: null };
}

function fold(variant: string): string {
  if (/^[‘’‚‛]$/.test(variant)) return "'";
  if (/^[“”„‟]$/.test(variant)) return '"';
  if (/\n|\r|\u2028|\u2029/.test(variant)) return "\n";
  if (/[^\S\ufeff]/.test(variant)) return " ";
  if (/^[\u00ad\u200b\u2060\ufeff]/.test(variant)) return "";
  return variant.normalize("NFC");
}

/**
 * The folded range of a range of the raw text. An end inside something that folds to one unit moves outward.
 * @returns an empty range if nothing of it is visible
 */
export function toFolded({ offsets }: FoldedText, { start, end }: TextRange): TextRange {
  if (!offsets) return { start, end };
  return { start: countUntil(offsets.ends, start), end: countUntil(offsets.starts, end - 1) };
}

/** The raw range of a folded range that is not empty. */
export function toRaw({ offsets }: FoldedText, { start, end }: TextRange): TextRange {
  if (!offsets) return { start, end };
  return { start: offsets.starts[start] as number, end: offsets.ends[end - 1] as number };
}

/** How many of the ascending numbers are at most a limit. */
function countUntil(ascending: Int32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
