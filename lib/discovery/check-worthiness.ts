/** Why a sentence can be worth checking. */
export type CheckableSign = "number" | "quote" | "name" | "comparison";

/**
 * Signs that a sentence states something checkable: a number, a quotation, a proper name or a comparison. A heuristic for counting and
 * navigation, not a judgement; questions and short headings have none.
 * Based on the kinds of check-worthy sentences in ClaimBuster (Hassan et al. 2017) and in Full Fact's annotation schema
 * (Konstantinovskiy et al. 2021): quantities, quotations, past and present events, and comparisons.
 */
export function checkableSigns(sentence: string): CheckableSign[] {
  const words = sentence.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(sentence);
  if (unspaced ? sentence.length < 10 : words.length < 4) return [];
  if (/[?？؟]["”»’)]*$/.test(sentence)) return [];
  const signs: CheckableSign[] = [];
  if (/\p{N}/u.test(sentence) || NUMBER_WORD.test(sentence)) signs.push("number");
  if ([...sentence.matchAll(QUOTED)].some(([, quotation = ""]) => /\s/.test(quotation))) signs.push("quote");
  if (COMPARISON.test(sentence)) signs.push("comparison");
  // A name: a capital letter after the first word, in scripts that have capitals.
  if (words.slice(1).some((word) => /^\p{Lu}/u.test(word) && !ALWAYS_CAPITAL.test(word))) signs.push("name");
  return signs;
}

const NUMBER_WORD =
  /\b(?:half|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|percent|doubled?|tripled?|twice|quarter|majority)\b/i;
/** Text in quotation marks. Two words or more are a quotation, one is a nickname. */
const QUOTED = /["“”„«‹「『]([^"“”„«»‹›「」『』]*)(?=["“”»›」』])/g;
const COMPARISON =
  /\b(?:more|less|fewer|higher|lower|larger|smaller|faster|slower|bigger|better|worse|most|least|highest|lowest|largest|biggest|first|last|only|never|always|every|record|increas\w+|decreas\w+|rose|fell|grew|dropped)\b/i;
const ALWAYS_CAPITAL = /^I(?:['’]|$)/;
