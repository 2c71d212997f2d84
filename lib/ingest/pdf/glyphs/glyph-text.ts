import { normalizeGlyph } from "./normalize-glyph";

/** What a font of a PDF says about the characters of its glyphs. */
export interface FontCharacters {
  /** The character of each code: from the file's table (ToUnicode), or from the names of the glyphs. Null: any code counts as its character. */
  known: readonly (string | undefined)[] | null;
  /** The names of the glyphs, by code. */
  names: readonly (string | undefined)[];
  /** Whether a code is the number of a glyph, which says nothing about its character. */
  isComposite: boolean;
}

/** A glyph as pdf.js gives it: its characters, or those of its code, and its code in the font. */
interface CodedGlyph {
  unicode: string;
  originalCharCode?: number;
}

/** Stands for a glyph that nothing in the file identifies. */
export const UNIDENTIFIED = "\ufffd";

/**
 * The characters that a shown glyph represents. pdf.js gives the code for a glyph that its font does not identify, which can be a letter of any
 * script: a Devanagari ligature with the number 1069 would become "Э".
 */
export function glyphText(glyph: CodedGlyph, { known, names, isComposite }: FontCharacters): string {
  const code = glyph.originalCharCode;
  if (code === undefined || known === null || known[code] !== undefined) return normalizeGlyph(glyph.unicode);
  const named = charactersOf(names[code] ?? "");
  if (named !== null) return normalizeGlyph(named);
  if (!isComposite) return normalizeGlyph(glyph.unicode);
  // The first glyphs of most fonts are an empty box, nothing, a line end and a space.
  return code < 4 ? "" : UNIDENTIFIED;
}

/** Names of more than a letter that have variants, such as "one.oldstyle" and "hyphen.alt". */
const NAMED: Readonly<Record<string, string>> = {
  zero: "0",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  space: " ",
  hyphen: "-",
  sfthyphen: "\u00ad",
  hyphenchar: "-",
  period: ".",
  comma: ",",
  colon: ":",
  semicolon: ";",
  parenleft: "(",
  parenright: ")",
  ampersand: "&",
  question: "?",
  exclam: "!",
  dollar: "$",
  percent: "%",
  slash: "/",
  endash: "–",
  emdash: "—",
  quoteleft: "‘",
  quoteright: "’",
  quotedblleft: "“",
  quotedblright: "”",
  guillemotleft: "«",
  guillemotright: "»",
  germandbls: "ß",
  longs: "ſ",
};

/** Longer names are no names of ligatures. */
const MAX_NAME = 60;

/**
 * The characters that the name of a glyph stands for, as far as pdf.js does not know it: ligatures ("t_t") and variants ("a.sc").
 * See the specification of the Adobe Glyph List, section 2.
 */
function charactersOf(name: string): string | null {
  const [base = ""] = name.slice(0, MAX_NAME).split(".");
  if (base === "") return null;
  const parts = base.split("_").map((part) => {
    if (/^[A-Za-z]$/.test(part)) return part;
    const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(part);
    if (hex) return characterOf(Number.parseInt(hex[1] ?? hex[2] ?? "", 16));
    return NAMED[part] ?? null;
  });
  return parts.includes(null) ? null : parts.join("");
}

function characterOf(code: number): string | null {
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? null : String.fromCodePoint(code);
}
