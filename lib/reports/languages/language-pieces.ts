import { hasListedLetters, ownLanguage, scriptOf, scriptsOf, type TextLanguage } from "../text-language";

/** A part of a sentence in another language or direction than the sentence. */
export interface ForeignPiece extends Partial<TextLanguage> {
  text: string;
}

/** A value that a sentence was made with, between isolates (see `isolated`). */
const ISOLATED = /(?<=[\u2066\u2067])[^\u2066-\u2069]*(?=\u2069)/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = "Latn";
/** Scripts that one language mixes. */
const MIXED: Readonly<Record<string, string>> = { Jpan: "Hani", Kore: "Hani" };

/**
 * Splits a sentence that is made of our words and others' names, such as "By 王小明, 17 May 2024", so that each part can be marked with its
 * own language. Joined, the pieces are the sentence.
 * @param around BCP 47, of the sentence
 * @param known BCP 47 tag of the text that the names come from
 */
export function languagePieces(text: string, around: string, known?: string): (string | ForeignPiece)[] {
  const scripts = scriptsOf(around);
  // Almost every sentence is like this.
  if (scripts.includes(LATIN) && !hasListedLetters(text)) return text === "" ? [] : [text];
  const isForeign = (word: string) => !scripts.includes(scriptOf(word) ?? scripts[0] ?? "");
  const pieces: (string | ForeignPiece)[] = [];
  let at = 0;
  const cut = (from: number, to: number) => {
    const own = ownLanguage(text.slice(from, to), around, known);
    if (own.lang === undefined && own.dir === undefined) return;
    if (from > at) pieces.push(text.slice(at, from));
    pieces.push({ text: text.slice(from, to), ...own });
    at = to;
  };
  const cutWords = (from: number, to: number) => {
    const run = { from: 0, to: 0, script: "" };
    for (const { 0: word, index } of text.slice(from, to).matchAll(WORD)) {
      const script = isForeign(word) ? mixedScriptOf(word) : "";
      if (script !== run.script) {
        if (run.script !== "") cut(run.from, run.to);
        run.from = from + index;
      }
      Object.assign(run, { script, to: from + index + word.length });
    }
    if (run.script !== "") cut(run.from, run.to);
  };
  let done = 0;
  for (const { 0: value, index } of text.matchAll(ISOLATED)) {
    cutWords(done, index);
    cut(index, index + value.length);
    done = index + value.length;
  }
  cutWords(done, text.length);
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

function mixedScriptOf(word: string): string {
  const script = scriptOf(word) ?? "";
  return MIXED[script] ?? script;
}
