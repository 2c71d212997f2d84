import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Writes lib/ingest/encodings/letter-tables.ts: the commonest pairs of letters, or single letters, of each language, from the n-grams of
 * `eld` (Apache-2.0). Run it again when `eld` is updated: `node --import tsx scripts/make-letter-tables.ts`.
 */
async function main(): Promise<void> {
  const { ngramsData } = await load<{ ngramsData: Ngrams }>("ngrams/large.js");
  const { dictionary } = await load<{ dictionary: Record<string, string> }>("dictionary.js");
  const bytes = new Map(Object.entries(dictionary).map(([byte, sign]) => [sign, Number(byte)]));
  const rows = Object.entries(ngramsData.languages)
    .filter(([, language]) => SIZES[language] !== undefined)
    .map(([id, language]) => {
      const weights = new Map<string, number>();
      for (const [ngram, scores] of Object.entries(ngramsData.ngrams)) {
        const score = scores[id];
        if (score === undefined) continue;
        for (const part of partsOf(textOf(ngram, bytes), SINGLE.has(language)).filter(isOf(language)))
          weights.set(part, (weights.get(part) ?? 0) + Math.exp(score / SCORE_UNIT));
      }
      const ranked = [...weights].sort((a, b) => b[1] - a[1]).slice(0, SIZES[language]);
      const parts = ranked.map(([part]) => part);
      // eld takes Thai vowels and tones above and below a letter for separators.
      if (language === "th") parts.splice(4, 0, ...THAI_MARKS);
      return `  ${language}: ${JSON.stringify(parts.join(""))},`;
    });
  writeFileSync(
    resolve("lib/ingest/encodings/letter-tables.ts"),
    `${HEADER}export const LETTER_PAIRS: Readonly<Record<string, string>> = {\n${rows.filter((row) => !isSingle(row)).join("\n")}\n};\n\n/** The commonest letters of scripts with many letters, or without spaces between words, most common first. */\nexport const SINGLE_LETTERS: Readonly<Record<string, string>> = {\n${rows.filter(isSingle).join("\n")}\n};\n`,
  );
}

const HEADER = `// Written by scripts/make-letter-tables.ts from the n-grams of eld (Apache-2.0, Nito T.M.). Do not edit.

/** The commonest pairs of letters of each language, two characters each, most common first; a space is the edge of a word. */
`;

interface Ngrams {
  languages: Record<string, string>;
  /** Scores by n-gram and number of the language. */
  ngrams: Record<string, Record<string, number>>;
}

/** eld's scores are logarithms of frequencies in about this unit. */
const SCORE_UNIT = 20;
/** Languages whose letters are counted one by one. */
const SINGLE = new Set(["th", "zh", "ja", "ko"]);
const THAI_MARKS = [..."\u0e48\u0e49\u0e31\u0e35\u0e34\u0e37\u0e38\u0e39\u0e4c\u0e47"];
/** How many parts are stored, of the languages that are written in older encodings. */
const SIZES: Record<string, number> = {
  ...Object.fromEntries(
    "ar az be bg ca cs da de el en es et eu fa fi fr he hr hu is it lt lv ms nl no pl pt ro ru sk sl sq sr sv tr uk ur vi"
      .split(" ")
      .map((language) => [language, 360]),
  ),
  th: 70,
  zh: 900,
  ja: 600,
  ko: 500,
};

/** Letters that a language does not have: traces of texts that eld learnt in a wrong encoding. */
const FOREIGN: Record<string, RegExp> = {
  cs: /[ìøè]/,
  eu: /û/,
  fi: /ğ/,
  fr: /ã/,
  hr: /[æèð]/,
  hu: /[õû]/,
  lt: /[ëðøþàèá]/,
  pl: /[êæñ]/,
  ro: /[ãþº]/,
  sq: /ё/,
  tr: /[äãýþð]/,
};

function isOf(language: string): (part: string) => boolean {
  return (part) => !FOREIGN[language]?.test(part);
}

function isSingle(row: string): boolean {
  return SINGLE.has(row.trim().slice(0, 2));
}

/** The text of an n-gram of bytes; letters that are cut at its edges become U+FFFD. */
function textOf(ngram: string, bytes: ReadonlyMap<string, number>): string {
  const values = [...ngram].map((sign) => (sign === " " ? 32 : (bytes.get(sign) ?? sign.charCodeAt(0))));
  return new TextDecoder().decode(Uint8Array.from(values));
}

function partsOf(text: string, single: boolean): string[] {
  const letters = [...text];
  const parts = single ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  return parts.filter(
    (part) => (single ? /^[^\P{L}a-zA-Z]$|^\p{M}$/u : /^[\p{L}\p{M} ]{2}$/u).test(part) && part !== "  ",
  );
}

async function load<Module>(file: string): Promise<Module> {
  return import(pathToFileURL(join("node_modules/eld/src", file)).href) as Promise<Module>;
}

await main();
