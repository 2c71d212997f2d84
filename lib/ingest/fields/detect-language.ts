/** Passages of a text that are looked at, and their length in UTF-16 units. */
const PASSAGES = 3;
const PASSAGE_LENGTH = 600;
/** Letters below which a language is a guess. */
const MIN_LETTERS = 60;

/** Languages that are too similar to be distinguished in a passage, as groups. */
const CLOSE = [
  "no nb nn da",
  "hr sr bs sh sl",
  "ms id",
  "pt gl",
  "es ca gl",
  "cs sk",
  "ru uk be bg",
  "fa ps ku ckb",
  "hi mr ne",
].map((group) => group.split(" "));

/**
 * The language of a text, by the n-grams of its letters, if all passages agree.
 * @returns a BCP 47 tag without a region; null if it is not plain, or is a language that the detector does not know
 */
export async function detectLanguage(text: string): Promise<string | null> {
  if ((text.slice(0, 20 * PASSAGE_LENGTH).match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return null;
  const { eld } = await import("eld/small");
  const found = passagesOf(text).map((passage) => {
    const result = eld.detect(passage);
    return { language: result.language, isReliable: result.isReliable() };
  });
  const [first] = found;
  if (!first?.language || found.some(({ language }) => language !== first.language)) return null;
  // A short text has one passage.
  return found.some(({ isReliable }) => isReliable) ? (TAGS[first.language] ?? first.language) : null;
}

/** Codes of eld for which another tag is in use: it knows Kurdish in Arabic letters only. */
const TAGS: Record<string, string> = { ku: "ckb" };

/** The beginning, the middle and the end of a text, of what are letters. */
function passagesOf(text: string): string[] {
  if (text.length < PASSAGES * PASSAGE_LENGTH) return [text];
  return Array.from({ length: PASSAGES }, (_, index) => {
    const at = Math.floor((index * (text.length - PASSAGE_LENGTH)) / (PASSAGES - 1));
    const from = index === 0 ? 0 : text.indexOf(" ", at) + 1;
    return text.slice(from, from + PASSAGE_LENGTH);
  });
}

/** The commonest words of English; other languages have few of them. */
const ENGLISH = new Set(
  "the of and to in a is that for it on was with as by at from be are has have this not".split(" "),
);

/**
 * Whether a text is so plainly in the declared language, or so plainly not, that nothing more is to be looked at: cheap, because the detector
 * takes long to load. Templates declare English for pages in other languages, so English is what is checked.
 */
export function mayContradict(declared: string, text: string): boolean {
  const words =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const share = words.filter((word) => ENGLISH.has(word)).length / Math.max(1, words.length);
  return /^en\b/i.test(declared) ? share < 0.12 : share > 0.2;
}

/** Whether two languages are the same, or close enough that one can be taken for the other. */
export function isCloseTo(language: string, other: string): boolean {
  const [first = "", second = ""] = [language, other].map((tag) => tag.toLowerCase().split("-")[0]);
  return first === second || CLOSE.some((group) => group.includes(first) && group.includes(second));
}
