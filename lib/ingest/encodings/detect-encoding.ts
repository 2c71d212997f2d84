import { decodeAs } from "./decode-as";
import { LETTER_PAIRS, SINGLE_LETTERS } from "./letter-tables";

/** Encodings of the WHATWG standard, the more common first: of two that read the same, the first is chosen. */
const CANDIDATES = [
  "windows-1252",
  "windows-1251",
  "shift_jis",
  "gb18030",
  "euc-jp",
  "euc-kr",
  "big5",
  "windows-1250",
  "iso-8859-2",
  "windows-1254",
  "windows-1253",
  "iso-8859-7",
  "windows-1255",
  "iso-8859-8",
  "windows-1256",
  "iso-8859-6",
  "windows-874",
  "koi8-u",
  "koi8-r",
  "ibm866",
  "iso-8859-5",
  "windows-1257",
  "iso-8859-4",
  "iso-8859-13",
  "windows-1258",
  "iso-8859-15",
  "iso-8859-3",
  "iso-8859-10",
  "iso-8859-14",
  "macintosh",
  "x-mac-cyrillic",
] as const;

/** Bytes of the sample; more make no difference, and cost time. */
const SAMPLE_BYTES = 3072;
/** How much better than the standard's default another encoding of Latin letters must read, in nats. */
const LATIN_MARGIN = 3;

/**
 * Guesses the encoding of a text that declares none and is not UTF-8, by how well its letters fit the languages that use it: the decoding
 * that is most like a language wins. The cost is bounded by a sample.
 * @returns the WHATWG name
 */
export function detectEncoding(bytes: Uint8Array): string {
  const sample = sampleOf(bytes);
  const costs = CANDIDATES.map((encoding) => [encoding, costOf(decodeAs(sample, encoding))] as const);
  const western = costs[0]?.[1] ?? Number.POSITIVE_INFINITY;
  const [best, cost] = costs.reduce((least, each) => (each[1] < least[1] - 0.01 ? each : least));
  return cost < western - LATIN_MARGIN ? best : "windows-1252";
}

/** The lines with letters outside ASCII, without markup, up to a limit. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < buffer.length && length < SAMPLE_BYTES; ) {
    const found = buffer.subarray(at).findIndex((byte) => byte > 0x7f);
    if (found === -1) break;
    const high = at + found;
    // From the last tag or line end, at most 200 bytes before, to the next: these are the same in all these encodings.
    const start = Math.max(at, high - 200);
    const from = start + 1 + buffer.subarray(start, high).findLastIndex(isEdge);
    const rest = buffer.subarray(high, high + SAMPLE_BYTES);
    const end = rest.findIndex(isEdge);
    const to = high + (end === -1 ? rest.length : end);
    parts.push(buffer.subarray(from, to), NEWLINE);
    length += to - from;
    at = to + 1;
  }
  return Buffer.concat(parts).subarray(0, SAMPLE_BYTES + 200);
}

/** Whether a byte is ">", "<" or a line end. */
function isEdge(byte: number): boolean {
  return byte === 0x3e || byte === 0x3c || byte === 0x0a || byte === 0x0d;
}

const NEWLINE = Buffer.from("\n");

/** Costs in nats of what no language expects: a pair of letters, a letter of a large script, a sign, a byte. */
const UNKNOWN_PAIR = 9;
const UNKNOWN_LETTER = 12;
const ODD_SIGN = 11;
const MIXED_SCRIPTS = 7;
const WORD_START = 3;
const UNREADABLE = 25;
const PUNCTUATION =
  /[\u00a0«»“”„‘’‚‹›–—…•·€£§°©®№¿¡´、。，．・！？：；（）「」『』《》【】〈〉〔〕\u3000～％０-９Ａ-Ｚａ-ｚ]/;

/** What a pair of letters, or a letter, saves in some languages against an unknown one: number of the language and nats. */
type Savings = ReadonlyMap<string, readonly (readonly [language: number, saved: number])[]>;

let tables: { pairs: Savings; singles: Savings } | null = null;

/** The cost of a text in nats, by its best language: the less, the more it is like one. */
function costOf(text: string): number {
  tables ??= {
    pairs: savingsOf(Object.values(LETTER_PAIRS), 2, (rank) => UNKNOWN_PAIR - Math.log(rank + 8)),
    singles: savingsOf(
      Object.values(SINGLE_LETTERS),
      1,
      (rank, count) =>
        // Few letters are an alphabet of one byte each; many are of two bytes.
        UNKNOWN_LETTER - 2 - Math.log(rank + (count < 100 ? 4 : 8)),
    ),
  };
  const saved = { pairs: new Map<number, number>(), singles: new Map<number, number>() };
  const save = (kind: "pairs" | "singles", key: string) => {
    for (const [language, nats] of tables?.[kind].get(key) ?? [])
      saved[kind].set(language, (saved[kind].get(language) ?? 0) + nats);
  };
  // windows-1258 has the tones of Vietnamese apart from their letters.
  const letters = [...text.normalize("NFC")];
  let cost = 0;
  let before = " ";
  let kindBefore: Kind = "ascii";
  letters.forEach((letter, at) => {
    const kind = kindOf(letter);
    const now = kind === "letter" ? letter : " ";
    if (now !== " " || before !== " ") {
      cost += UNKNOWN_PAIR;
      save("pairs", (before + now).toLowerCase());
    }
    if (kind === "single") {
      // Scripts without spaces between words have few of them.
      cost += UNKNOWN_LETTER + (kindBefore === "single" ? 0 : WORD_START);
      save("singles", letter);
    }
    if (kind === "letter" && kindBefore === "letter" && isLower(before) && isUpper(letter)) cost += ODD_SIGN;
    if (isMixed(kind, kindBefore) || isMixed(kindBefore, kind)) cost += MIXED_SCRIPTS;
    if (kind === "punctuation") {
      const opens = letter === "’" && kindBefore === "ascii" && kindOf(letters[at + 1] ?? " ") === "letter";
      cost += opens ? ODD_SIGN : 5;
    }
    if (kind === "odd") cost += kindBefore === "letter" ? ODD_SIGN + 4 : ODD_SIGN;
    if (kind === "unreadable") cost += UNREADABLE;
    before = now;
    kindBefore = kind;
  });
  return cost - Math.max(0, ...saved.pairs.values()) - Math.max(0, ...saved.singles.values());
}

type Kind = "letter" | "single" | "ascii" | "punctuation" | "odd" | "unreadable";

function kindOf(letter: string): Kind {
  if (letter < "\u0080") return /[a-z]/i.test(letter) ? "letter" : "ascii";
  if (letter === "\ufffd" || /[\p{Cc}\p{Co}\p{Cn}]/u.test(letter)) return "unreadable";
  if (PUNCTUATION.test(letter)) return "punctuation";
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}ー々]/u.test(letter)) return "single";
  return /[\p{L}\p{M}]/u.test(letter) && !/[ªº]/.test(letter) ? "letter" : "odd";
}

function isMixed(first: Kind, second: Kind): boolean {
  return first === "letter" && second === "single";
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** What the parts of some lists save, by their rank: the frequency of a letter falls with it. */
function savingsOf(
  lists: readonly string[],
  size: 1 | 2,
  savedAt: (rank: number, count: number) => number,
): Savings {
  const savings = new Map<string, [number, number][]>();
  for (const [language, list] of lists.entries()) {
    const letters = [...list];
    for (let at = 0; at + size <= letters.length; at += size) {
      const part = letters.slice(at, at + size).join("");
      const known = savings.get(part) ?? [];
      known.push([language, savedAt(at / size, letters.length / size)]);
      savings.set(part, known);
    }
  }
  return savings;
}
