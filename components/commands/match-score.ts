/** Factors by which a letter lowers the score when it does not directly follow the letter matched before it. */
const AT_WORD_START = 0.9;
const INSIDE_WORD = 0.17;
/** Factors for each word, or each character, that is skipped on the way. */
const SKIPPED_WORD = 0.999;
const SKIPPED_CHARACTER = 0.999;
/** Factor for a text that continues after the last matched letter. */
const UNFINISHED = 0.99;

/**
 * How well a text matches what a person typed: 1 for the same text, 0 unless the text has all the letters in their order. The start of the
 * text counts most, then unbroken runs and starts of words, then letters inside words. Case, accents and hyphens do not matter.
 *
 * The best way to match is found letter by letter, so the time is bounded by the product of both lengths.
 */
export function matchScore(text: string, query: string): number {
  const letters = simplify(query).trim();
  const characters = simplify(text);
  if (letters === "") return 1;
  if (!hasInOrder(characters, letters)) return 0;

  const starts = Uint8Array.from(characters, (_, index) => (isWordStart(characters, index) ? 1 : 0));
  /** At each index, the best score of the letters so far if the last of them is the character before that index. */
  let ending = new Float64Array(characters.length + 1);
  ending[0] = 1;
  for (let letter = 0; letter < letters.length; letter++) {
    const next = new Float64Array(characters.length + 1);
    // The best scores of matches that ended earlier, lowered by what was skipped since then.
    let overWords = 0;
    let overCharacters = 0;
    for (let index = 0; index < characters.length; index++) {
      const direct = ending[index] ?? 0;
      const isStart = starts[index] === 1;
      if (characters[index] === letters[letter])
        next[index + 1] = Math.max(
          direct,
          isStart ? overWords * AT_WORD_START : 0,
          overCharacters * INSIDE_WORD,
        );
      // What comes before the first letter is not skipped.
      const isSkipping = letter > 0;
      overWords = Math.max(overWords * (isSkipping && isStart ? SKIPPED_WORD : 1), direct);
      overCharacters = Math.max(overCharacters * (isSkipping ? SKIPPED_CHARACTER : 1), direct);
    }
    ending = next;
  }
  const finished = ending[characters.length] ?? 0;
  return ending.reduce((best, score) => Math.max(best, score * UNFINISHED), finished);
}

/** Below this, letters were found inside of words only. */
const WEAK = INSIDE_WORD;

/** Whether a text has the letters of a query only here and there, so that it is hardly meant. */
export function isWeakMatch(text: string, query: string): boolean {
  return matchScore(text, query) < WEAK;
}

/** The items that match a query, best first; all of them in their order if the query is empty. */
export function bestMatches<Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string,
): Item[] {
  return items
    .map((item) => ({ item, score: matchScore(textOf(item), query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

function simplify(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s-]+/g, " ");
}

function hasInOrder(characters: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = characters.indexOf(letter, from);
    if (at === -1) return false;
    from = at + letter.length;
  }
  return true;
}

/** Whether a word begins at an index, or ends before it: a typed space can match the rest of a word. */
function isWordStart(characters: string, index: number): boolean {
  return characters[index] === " " || !/[\p{L}\p{N}]/u.test(characters[index - 1] ?? " ");
}
