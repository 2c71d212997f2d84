import slugify from "@sindresorhus/slugify";

/** Bounds of a slug before a number is appended. A letter of Chinese is three bytes, and nine characters of a link. */
const MAX_LENGTH = 60;
const MAX_BYTES = 120;

/** Titles are cut before they are read, so that a very long one costs nothing. */
const MAX_READ = 400;

/**
 * The name of an article in addresses: its title in lower case, with hyphens between words, cut at the end of a word. Latin letters lose
 * their accents, as addresses in those languages mostly are; letters of all other scripts stay, because they can be read only as they are.
 * A title without letters and digits is named by its pictures.
 */
export function slugFor(title: string): string {
  const text = title.slice(0, MAX_READ).toWellFormed().normalize("NFC");
  return cutAtWord(lettersOf(text)) || cutAtWord(picturesOf(text)) || "article";
}

/** Forms of letters that only differ in width or in how they join: full-width Latin, half-width kana, Arabic presentation forms. */
const FORMS = /[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc\uff01-\uffef]+/gu;

/** Points and vowel signs that Hebrew and Arabic leave out, and letters of no width. In other scripts such signs are part of the words. */
const OPTIONAL =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670\u200b-\u200f\u2060\ufeff]/gu;

/** A run of Latin letters with what is between them. */
const LATIN = /[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+/gu;

function lettersOf(text: string): string {
  const letters = text.replace(FORMS, (form) => form.normalize("NFKC")).replace(OPTIONAL, "");
  const plain = /\p{Script=Latin}/u.test(letters) ? letters.replace(LATIN, inPlainLetters) : letters;
  return plain
    .toLowerCase()
    .normalize("NFC")
    .replace(/(?<=\p{L}\p{M}*)['’ʼ](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "");
}

/** A run in plain letters, separated from what is around it as before. Runs without Latin letters stay: marks and digits of other scripts. */
function inPlainLetters(run: string): string {
  if (!/\p{Script=Latin}/u.test(run)) return run;
  const start = /^[\p{L}\p{N}]/u.test(run) ? "" : "-";
  const end = /[\p{L}\p{N}\p{M}]$/u.test(run) ? "" : "-";
  return `${start}${slugify(run)}${end}`;
}

function picturesOf(text: string): string {
  return (text.match(/\p{Extended_Pictographic}|\p{Regional_Indicator}{2}/gu) ?? []).join("");
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

function fits(text: string): boolean {
  return text.length <= MAX_LENGTH && bytesOf(text) <= MAX_BYTES;
}

/** Cut after the last word that fits; in scripts without spaces, where a dictionary finds the end of one. */
function cutAtWord(slug: string): string {
  if (fits(slug)) return slug;
  let [cut, whole] = ["", ""];
  for (const { segment } of new Intl.Segmenter("und", { granularity: "word" }).segment(slug)) {
    if (!fits(cut + segment)) {
      // Before a hyphen, the last word fits as a whole.
      const end = segment !== "-" && whole.length > cut.length / 2 ? whole : cut;
      return (end || firstLetters(segment)).replace(/-+$/, "");
    }
    cut += segment;
    // Words of the title end at a hyphen; what has none is Chinese, Thai and the like.
    if (segment === "-" || !slug.includes("-")) whole = cut;
  }
  return cut;
}

/** The beginning of one very long word, between letters. */
function firstLetters(word: string): string {
  let cut = "";
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (!fits(cut + segment)) break;
    cut += segment;
  }
  return cut;
}
