import { directionOf, directionOfText, hasLettersAgainst } from "@/lib/document/direction";
import type { ReportDirection } from "./report";

/** How a text has to be marked, as HTML attributes: `<p {...textLanguage(note)}>`. */
export interface TextLanguage {
  /** BCP 47; missing where nothing tells the language. */
  lang?: string;
  dir: ReportDirection;
}

/** Scripts whose letters tell a language, or at least the script, by BCP 47. */
const SCRIPTS: readonly [letters: RegExp, script: string, language: string][] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, "Jpan", "ja"],
  [/\p{Script=Hangul}/u, "Kore", "ko"],
  [/\p{Script=Han}/u, "Hani", "zh"],
  [/\p{Script=Arabic}/u, "Arab", "ar"],
  [/\p{Script=Hebrew}/u, "Hebr", "he"],
  [/\p{Script=Greek}/u, "Grek", "el"],
  [/\p{Script=Cyrillic}/u, "Cyrl", "und-Cyrl"],
  [/\p{Script=Devanagari}/u, "Deva", "und-Deva"],
  [/\p{Script=Armenian}/u, "Armn", "hy"],
  [/\p{Script=Georgian}/u, "Geor", "ka"],
  [/\p{Script=Thai}/u, "Thai", "th"],
  [/\p{Script=Bengali}/u, "Beng", "und-Beng"],
  [/\p{Script=Tamil}/u, "Taml", "ta"],
  [/\p{Script=Ethiopic}/u, "Ethi", "und-Ethi"],
];
const LISTED = new RegExp(SCRIPTS.map(([{ source }]) => source).join("|"), "u");
const JAPANESE = SCRIPTS[0]?.[0];

/** Letters of Persian, Urdu and other languages that Arabic does not have. */
const NOT_ARABIC = /[\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06cc\u06d2]/u;

/** Letters that are looked at: more say nothing new. */
const MAX_LETTERS = 400;

/**
 * The language and direction of a text, by its letters.
 * @param known BCP 47 tag of the text it comes from, if there is one: it counts unless the letters are of another script
 */
export function textLanguage(text: string, known?: string): TextLanguage {
  const dir = directionOfText(text) ?? (known === undefined ? "ltr" : directionOf(known));
  const lang = languageOf(text, known);
  return lang === undefined ? { dir } : { lang, dir };
}

/**
 * How a text has to be marked inside a text of another language: nothing where it is the same.
 * @param around BCP 47, of the text around it
 * @param known BCP 47 tag of the text it comes from
 */
export function ownLanguage(text: string, around: string, known?: string): Partial<TextLanguage> {
  return differing(textLanguage(text, known), around);
}

/** What of a language and direction is not that of the text around it. @param around BCP 47 */
export function differing({ lang, dir }: TextLanguage, around: string): Partial<TextLanguage> {
  return {
    ...(lang !== undefined && lang !== around && { lang }),
    ...(dir !== directionOf(around) && { dir }),
  };
}

function languageOf(text: string, known: string | undefined): string | undefined {
  const script = scriptOf(text);
  if (known !== undefined && (script === null || scriptsOf(known).includes(script))) return known;
  if (script === "Arab" && NOT_ARABIC.test(text)) return "und-Arab";
  // Many languages are written in Latin letters.
  return SCRIPTS.find(([, name]) => name === script)?.[2];
}

/** Whether a text has letters of a script that tells its language. */
export function hasListedLetters(text: string): boolean {
  return LISTED.test(text);
}

/** The script of most letters of a text, of those that are listed; "Latn" for all others. Null without letters. */
export function scriptOf(text: string): string | null {
  if (!LISTED.test(text)) return /\p{L}/u.test(text) ? "Latn" : null;
  const counts = new Map<string, number>();
  let letters = 0;
  for (const [letter] of text.matchAll(/\p{L}/gu)) {
    const script = SCRIPTS.find(([pattern]) => pattern.test(letter))?.[1] ?? "Latn";
    counts.set(script, (counts.get(script) ?? 0) + 1);
    letters += 1;
    if (letters === MAX_LETTERS) break;
  }
  const most = [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
  // Japanese has more Chinese characters than kana.
  return most === "Hani" && JAPANESE?.test(text) ? "Jpan" : most;
}

/** The scripts in which a language is written, by BCP 47: "ja" in its own and in Chinese characters. None for an invalid tag. */
export function scriptsOf(language: string): string[] {
  try {
    const { script = "Latn" } = new Intl.Locale(language).maximize();
    if (script === "Hans" || script === "Hant") return ["Hani"];
    return script === "Jpan" || script === "Kore" ? [script, "Hani"] : [script];
  } catch {
    return [];
  }
}

/** The attributes of a whole document in a language. @param language BCP 47 */
export function documentLanguage(language: string): Partial<TextLanguage> {
  const dir = directionOf(language);
  return { lang: language, ...(dir === "rtl" && { dir }) };
}

/** Isolates of Unicode: the text between them does not reorder what is around it (UAX #9, section 2.4). */
const ISOLATES = { ltr: "\u2066", rtl: "\u2067", end: "\u2069" } as const;

/**
 * A text for the middle of a sentence: isolated if it has letters of the other direction.
 * @param language BCP 47, of the sentence
 */
export function isolated(text: string, language: string): string {
  const dir = directionOfText(text);
  if (dir === null || !hasLettersAgainst(text, directionOf(language))) return text;
  return `${ISOLATES[dir]}${text}${ISOLATES.end}`;
}
