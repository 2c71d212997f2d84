import {
  isCompoundPart,
  isFirstPart,
  isFragment,
  isSolid,
  isWordStart,
  type WordEvidence,
} from "./word-evidence";

/** What becomes of a hyphen at the end of a line. */
export interface HyphenDecision {
  /** What is between the two lines instead: nothing, the hyphen, or the hyphen and a space. */
  between: "" | "-" | "- ";
  /** Whether the evidence left it open. */
  unsure: boolean;
}

const REMOVED: HyphenDecision = { between: "", unsure: false };
const REAL: HyphenDecision = { between: "-", unsure: false };
const SUSPENDED: HyphenDecision = { between: "- ", unsure: false };

/** Words behind a suspended hyphen: "Ein- und Ausfuhr", "two- or three-year". */
const AND =
  /^(?:and|or|to|und|oder|bzw\.?|bis|sowie|statt|noch|et|ou|en|of|och|eller|og|y|o|e|i|a|и|или)(?=[\s,;:.)]|$)/iu;

/** Between the parts of longer compounds: "day-to-day", "tête-à-tête". */
const INNER_PART =
  /[\p{L}\p{N}][-‐‑](?:to|of|the|and|by|in|on|for|at|year|day|month|de|la|le|à|en|sur|sous|ce)$/u;
const INNER_START = /^(?:to|of|the|and|by|in|on|for|at|year|day|month|de|la|le|à|en|sur|sous)[-‐‑]\p{L}/u;
/** First parts of words that are mostly written as one: "anyone", "overseen". */
const SOLID = /^(?:any|every|some|no|over|under|out|up|down|fore|after|head|where|there|with|be|in|on)$/;

/**
 * Decides about a hyphen at the end of a line, from what the document shows of the word elsewhere. When that leaves it open, the hyphen stays.
 * @param before the line up to the hyphen, or its last word
 * @param after the next line
 */
export function joinHyphen(before: string, after: string, evidence: WordEvidence): HyphenDecision {
  const first = /[\p{L}\p{M}]{1,60}$/u.exec(before)?.[0] ?? "";
  const second = /^[\p{L}\p{M}]+/u.exec(after)?.[0] ?? "";
  // A figure: "2023-" and "24", "COVID-" and "19".
  if (first === "" || second === "") return /^[\p{N}\p{L}]/u.test(after) ? REAL : SUSPENDED;
  const [one, two] = [first.toLowerCase(), second.toLowerCase()];
  const joined = evidence.words.get(one + two) ?? 0;
  const compound = evidence.compounds.get(`${one}-${two}`) ?? 0;
  if (
    AND.test(after) &&
    joined === 0 &&
    !(evidence.isDivided && /^(?:en|of|or|to|e|o|a|i|y|et|ou)$/.test(two))
  )
    return SUSPENDED;
  if (joined !== compound) return joined > compound ? REMOVED : REAL;
  // Names: "Jean-" and "Luc".
  if (!/^\p{Ll}/u.test(second))
    return /^\p{Lu}{2}/u.test(second) && /\p{Lu}{2}$/u.test(first) ? divided() : REAL;
  // Further parts of a compound: "day-to-" and "day".
  if (INNER_PART.test(before) || INNER_START.test(after)) return REAL;
  if (evidence.isGerman) return REMOVED;
  if (isSolid(one, two)) return REMOVED;
  // Where words are divided throughout, "in-" and "ex-" mostly begin a word.
  const isLikely =
    !(evidence.isDivided || evidence.dividesSome) ||
    (one.length > 3 &&
      !isFragment(two) &&
      (!evidence.isDivided || evidence.words.has(one) || isFirstPart(one))) ||
    evidence.words.has(two);
  if (isCompoundPart(one, two) && isLikely) return REAL;
  if (SOLID.test(one) || /^(?:wide|wise|thing|one|body|where|ever)$/.test(two)) return divided();
  const known = evidence.words.has(one) && evidence.words.has(two);
  if (known && one.length > 2 && two.length > 2) return REAL;
  if (isWordStart(one, two) && !(evidence.words.has(one) && (one.length > 2 || evidence.words.has(two))))
    return REMOVED;
  // Where some words are divided, a part that is no word elsewhere is part of one; a long one that is a word can be part of a compound.
  if (evidence.dividesSome && (!evidence.words.has(one) || (one.length < 4 && !known))) return REMOVED;
  return divided();

  function divided(): HyphenDecision {
    if (evidence.isDivided) return REMOVED;
    // Behind a note in the margin, the rest of the word itself counts as one.
    return isFragment(two) && (evidence.words.get(two) ?? 0) < 2 ? REMOVED : { between: "-", unsure: true };
  }
}
