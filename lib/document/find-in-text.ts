/** An occurrence of a search text. Offsets are UTF-16 units. */
export interface Occurrence {
  start: number;
  end: number;
}

/** A text prepared for repeated searches: characters that a search treats alike are made equal. */
export interface SearchText {
  folded: string;
  /** For each unit of `folded`, its offset in the original text; one more for the end. */
  offsets: Int32Array;
}

/**
 * Finds a search text as a reader would: ignores case, accents, the kind of quotation marks, dashes and digits, invisible characters,
 * and the amount of white space; a break between blocks counts as white space.
 * @param limit the most occurrences to return
 * @returns in text order, none overlapping
 */
export function findInText({ folded, offsets }: SearchText, query: string, limit = 5000): Occurrence[] {
  const needle = foldText(query.trim()).folded;
  if (needle === "") return [];
  const found: Occurrence[] = [];
  for (
    let at = folded.indexOf(needle);
    at !== -1 && found.length < limit;
    at = folded.indexOf(needle, at + needle.length)
  ) {
    const start = offsets[at] as number;
    // Twice inside one character is once.
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ start, end: endAt(offsets, at + needle.length) });
  }
  return found;
}

/** Where the characters end that a folded text has before an offset; one that folds to several is included with its first unit. */
function endAt(offsets: Int32Array, offset: number): number {
  const last = offsets[offset - 1] as number;
  let after = offset;
  while (offsets[after] === last && after < offsets.length - 1) after++;
  return offsets[after] as number;
}

const EQUIVALENTS = new Map([
  ...[..."’‘‚‛‹›ʼ′´"].map((mark) => [mark, "'"] as const),
  ...[..."“”„‟«»″"].map((mark) => [mark, '"'] as const),
  ...[..."‐‑‒–—―−"].map((dash) => [dash, "-"] as const),
  // Digits of Arabic, Persian and Hindi.
  ..."٠۰०"
    .split("")
    .flatMap((zero) =>
      Array.from(
        { length: 10 },
        (_, digit) => [String.fromCharCode(zero.charCodeAt(0) + digit), String(digit)] as const,
      ),
    ),
]);

/** Soft hyphens, joiners, direction marks and the Arabic tatweel. */
const INVISIBLE = /^[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/;

/** Accents, and the vowel points of Arabic and Hebrew. Marks of other scripts (Hindi, Thai, Japanese) matter as much as letters. */
const ACCENTS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;

/** More units than any character folds to: the longest, "ﷺ", to 18. */
const MAX_FOLDED = 32;

/** Prepares a text for `findInText`. */
export function foldText(text: string): SearchText {
  const parts: string[] = [];
  let offsets = new Int32Array(2 * text.length + MAX_FOLDED);
  let length = 0;
  let inSpace = false;
  let at = 0;
  const append = (replacement: string) => {
    if (length + replacement.length >= offsets.length) {
      const longer = new Int32Array(2 * offsets.length);
      longer.set(offsets);
      offsets = longer;
    }
    for (let unit = 0; unit < replacement.length; unit++) offsets[length++] = at;
    parts.push(replacement);
  };
  for (const character of text) {
    if (character > "\x7f" && INVISIBLE.test(character)) {
      at += character.length;
      continue;
    }
    const isSpace = character === " " || character === "\n" || /\s/.test(character);
    if (!isSpace) append(character <= "\x7f" ? character.toLowerCase() : fold(character));
    else if (!inSpace) append(" ");
    inSpace = isSpace;
    at += character.length;
  }
  offsets[length] = text.length;
  return { folded: parts.join(""), offsets: offsets.subarray(0, length + 1) };
}

function fold(character: string): string {
  return EQUIVALENTS.get(character) ?? character.normalize("NFKD").replace(ACCENTS, "").toLowerCase();
}
