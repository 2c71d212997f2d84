/** A Typst template of the project. */
export interface Template {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
}

/** What has no words for readers: comments, then strings, which are names of fonts, keys and settings. */
const SILENT = /\/\/.*|"(?:[^"\\]|\\.)*"/g;
/** Letters at the beginning of a block of content, or after one. */
const CONTENT = /[[\]]\s*(\p{L}{2,}[\p{L} ]*)/gu;
const KEYWORDS = /^(else|for|in|and|or|not|let|if|while|set|show)\b/;

/** Words that a template writes itself: they belong in a catalogue, from which its data takes them. */
export function checkTypstWords(templates: readonly Template[]): string[] {
  return templates.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) =>
      [...line.replace(SILENT, "").matchAll(CONTENT)]
        .map(([, words = ""]) => words.trim())
        .filter((words) => !KEYWORDS.test(words))
        .map((words) => `${path}:${index + 1}: "${words}" belongs in a catalogue in lib/words/en.`),
    ),
  );
}
