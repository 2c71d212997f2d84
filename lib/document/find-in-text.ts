/** Where words occur in a text. Offsets are UTF-16 units. */
export interface Occurrence {
  start: number;
  end: number;
}

/**
 * Finds words in a text as a reader would: capitals, accents, the kind of quotation marks and dashes, and how much white space there is
 * make no difference; a break between blocks counts as white space.
 * @param limit at most so many are returned
 * @returns in order of the text; none overlap
 */
export function findInText(text: string, words: string, limit = 5000): Occurrence[] {
  const needle = fold(words.trim()).folded;
  if (needle === "") return [];
  const { folded, places } = fold(text);
  const found: Occurrence[] = [];
  for (
    let at = folded.indexOf(needle);
    at !== -1 && found.length < limit;
    at = folded.indexOf(needle, at + needle.length)
  )
    found.push({ start: places[at] as number, end: places[at + needle.length] as number });
  return found;
}

const ALIKE: Record<string, string> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
  "−": "-",
};

/** The text in a form in which alike things are the same, and for each of its units where in the text it comes from. */
function fold(text: string): { folded: string; places: Int32Array } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const alike = /\s/.test(character)
      ? folded.endsWith(" ")
        ? ""
        : " "
      : (ALIKE[character] ??
        character
          .normalize("NFKD")
          .replace(/\p{Mn}/gu, "")
          .toLowerCase());
    for (let unit = 0; unit < alike.length; unit++) places.push(at);
    folded += alike;
    at += character.length;
  }
  places.push(text.length);
  return { folded, places: Int32Array.from(places) };
}
