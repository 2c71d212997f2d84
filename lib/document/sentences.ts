import { type Abbreviations, abbreviationsOf } from "./abbreviations";

/** A sentence in a text, in UTF-16 units. */
export interface Sentence {
  start: number;
  end: number;
}

/**
 * Splits a canonical text into sentences: with Intl.Segmenter (Unicode UAX 29), then joining what it splits after an abbreviation, an
 * initial or an ordinal. A sentence never crosses a break between blocks and excludes surrounding white space.
 * @param language a BCP 47 tag; an invalid one counts as English
 * @returns in text order
 */
export function sentencesOf(text: string, language: string): Sentence[] {
  const { segmenter, abbreviations, months } = languageOf(language);
  const sentences: Sentence[] = [];
  let offset = 0;
  for (const block of text.split("\n")) {
    let open: Sentence | null = null;
    for (const { segment, index } of segmenter.segment(block)) {
      let start = offset + index + (segment.length - segment.trimStart().length);
      const end = offset + index + segment.trimEnd().length;
      if (start >= end) continue;
      const closing = open ? (CLOSING_MARKS.exec(text.slice(start, start + MAX_HEAD))?.[0] ?? "") : "";
      if (open && closing !== "") {
        open.end = start + closing.length;
        start += closing.length;
        start += text.slice(start, end).length - text.slice(start, end).trimStart().length;
        if (start >= end) continue;
      }
      const before = open && text.slice(Math.max(open.start, open.end - MAX_TAIL), open.end);
      if (open && before && continues(before, text.slice(start, start + MAX_HEAD), abbreviations, months))
        open.end = end;
      else {
        open = { start, end };
        sentences.push(open);
      }
    }
    offset += block.length + 1;
  }
  return sentences;
}

/** UTF-16 units examined before and after a possible end of a sentence. */
const MAX_TAIL = 40;
const MAX_HEAD = 40;

/** Marks that close what was quoted, after a space: « C’est vrai. » */
const CLOSING_MARKS = /^[»›”](?=\s|$)/;
/** The last word before a full stop, with the full stops inside it: "U.S" of "the U.S.". */
const LAST_WORD = /(?:^|[\s([{"“”„«'‘’/–—-])((?:[\p{L}\p{M}\p{N}№§º°ª]+[.’'-])*[\p{L}\p{M}\p{N}№§º°ª]+)\.$/u;
/** The next word, after opening marks. */
const NEXT_WORD = /^[\s"“”„«'‘’([{¿¡]*([\p{L}\p{M}\p{N}]+(?:[’'-]\p{L}+)*)(\.?)/u;
const DOTTED = /^(?:\p{L}\p{M}*\.)+\p{L}\p{M}*$/u;
const CASED_INITIAL = /^[\p{Lu}\p{Ll}]\p{M}*$/u;
const ARABIC_INITIAL = /^\p{sc=Arabic}\p{M}*$/u;
const UPPER_CASE = /^[\s"“”„«'‘’([{]*\p{Lu}/u;
const ARABIC = /^[\s"“”«([{]*\p{sc=Arabic}/u;
const ORDINAL = /^\d{1,2}$/;
/** Hyphenated initials ("J.-C."), degrees ("Ph.D"). */
const MIXED = /^\p{Lu}[\p{L}]{0,2}(?:\.-?\p{Lu}[\p{L}]{0,2})+$/u;

/** Whether a sentence continues after `before`, which the segmenter takes for the end of one. */
function continues(
  before: string,
  after: string,
  { inside, beforeNumber, either, starters, ordinals }: Abbreviations,
  months: ReadonlySet<string>,
): boolean {
  const last = LAST_WORD.exec(before)?.[1];
  if (last === undefined) return false;
  const next = nextWord(after);
  const word = last.toLowerCase();
  const isNumber = /^\p{N}/u.test(next);
  if (inside.has(word)) return true;
  if (isNumber && beforeNumber.has(word)) return true;
  if (ORDINAL.test(last)) return months.has(next) || (ordinals && !isNumber && !starters.has(next));
  const startsSentence = starters.has(next) || starters.has(next.split(/['’]/)[0] ?? "");
  if (either.has(word) || DOTTED.test(last) || MIXED.test(last)) return !startsSentence;
  if (startsSentence) return false;
  return CASED_INITIAL.test(last) ? UPPER_CASE.test(after) : ARABIC_INITIAL.test(last) && ARABIC.test(after);
}

/** The first word in lower case; "" for an initial, which is part of a name. */
function nextWord(text: string): string {
  const [, word = "", stop] = NEXT_WORD.exec(text) ?? [];
  return stop && /^\p{L}$/u.test(word) ? "" : word.toLowerCase();
}

interface Language {
  segmenter: Intl.Segmenter;
  abbreviations: Abbreviations;
  /** Names of months in lower case, as they follow a day, long and short. */
  months: ReadonlySet<string>;
}

const languages = new Map<string, Language>();

function languageOf(tag: string): Language {
  const known = languages.get(tag);
  if (known) return known;
  let language = tag;
  try {
    Intl.getCanonicalLocales(tag);
  } catch {
    language = "en";
  }
  const made = {
    segmenter: new Intl.Segmenter(language, { granularity: "sentence" }),
    abbreviations: abbreviationsOf(language),
    months: monthsOf(language),
  };
  if (languages.size < MAX_LANGUAGES) languages.set(tag, made);
  return made;
}

/** Far more than a desk works in. */
const MAX_LANGUAGES = 100;

function monthsOf(language: string): Set<string> {
  const names = new Set<string>();
  for (const style of ["long", "short"] as const) {
    const format = new Intl.DateTimeFormat(language, { day: "numeric", month: style, timeZone: "UTC" });
    for (let month = 0; month < 12; month++) {
      const parts = format.formatToParts(Date.UTC(2023, month, 15));
      const name = parts.find(({ type }) => type === "month")?.value ?? "";
      names.add(name.toLowerCase().replace(/\.$/, ""));
    }
  }
  return names;
}
