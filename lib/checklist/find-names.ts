import type { TextRange } from "@/lib/anchoring/text-range";
import type { CalendarWords } from "./calendar-words";
import { HEADS_BEFORE_FOR, type NameWords } from "./name-words";
import type { WordToken } from "./word-token";

/** What a first reading of a text tells about its words, all in lower case. */
export interface SeenWords {
  /** Written without a capital letter. */
  lower: Set<string>;
  /** Written with one inside a sentence; where every noun has one, only as a part of a longer name. */
  capital: Set<string>;
}

/** A block of a text with what was found in it. */
export interface TokenisedBlock extends TextRange {
  tokens: readonly WordToken[];
  /** Where its sentences begin, UTF-16 offsets into the text. */
  sentenceStarts: ReadonlySet<number>;
}

interface Part {
  token: WordToken;
  isFirst: boolean;
}

/** Most words of one name. */
const MAX_WORDS = 12;
/** Lower-case words in a row that join two parts: "von der". */
const MAX_JOINS = 2;
const CAPITALISED = /^\p{Lu}|^\p{Ll}{1,2}\p{Lu}\p{L}/u;
/** Letters that only names have: NATO, G7, McDonald, iPhone, COVID-19. */
const NAME_LIKE = /^\p{Lu}{2}|\p{Ll}\p{Lu}|^\p{Lu}[\p{L}-]*\p{Nd}/u;
const POSSESSIVE = /['’][sS]$/;
const ELISION = /^\p{L}{1,2}['’](?=\p{Lu})/u;
const ABBREVIATED = /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Ste|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Jr|Sr)$/u;
const OPENING_MARK = /[“”„«»‘‚‹›"¿¡]/;
const PRONOUN = /^I(?:['’]|$)/;
/** A block with at least this share of capitalised words is a headline that capitalises every word. */
const TITLE_SHARE = 0.6;
const MIN_TITLE_WORDS = 6;

/** Notes the words of a block before names are looked for. */
export function noteWords(text: string, block: TokenisedBlock, words: NameWords, seen: SeenWords): void {
  const isTitle = isTitleCase(text, block);
  for (const token of block.tokens) if (!CAPITALISED.test(token.word)) seen.lower.add(token.lower);
  if (isTitle) return;
  for (const run of runsOf(text, block, words, null)) {
    const isLong = run.filter(({ token }) => CAPITALISED.test(token.word)).length > 1;
    if (words.capitalisesNouns && (!isLong || followsDeterminer(text, block, run, words))) continue;
    for (const { token, isFirst } of run) {
      const lower = bare(token).toLowerCase();
      const isSure = !isFirst || (isLong && !words.starters.has(lower));
      if (isSure && CAPITALISED.test(token.word)) seen.capital.add(lower);
    }
  }
}

/**
 * The names in one block of text: runs of capitalised words, without what is capitalised for another reason. Scripts without capital
 * letters have none.
 * @param figures of the block, in text order; their words are no names
 * @returns in text order, none overlapping
 */
export function findNames(
  text: string,
  block: TokenisedBlock,
  words: NameWords,
  calendar: CalendarWords,
  seen: SeenWords,
  figures: readonly TextRange[],
): TextRange[] {
  const isTitle = isTitleCase(text, block);
  const skipped = { calendar, figures };
  const found: TextRange[] = [];
  for (const run of runsOf(text, block, words, skipped)) {
    const name = trimmed(run, words, seen);
    const [first] = name;
    if (!first) continue;
    if (!isName(text, block, name, words, seen, isTitle)) continue;
    const last = name.at(-1)?.token as WordToken;
    const lead = ELISION.exec(first.token.word)?.[0].length ?? 0;
    const start =
      first.token.start + (words.joins.has("le") && lead > 1 && isElided(first.token.word) ? lead : 0);
    const end = last.end - (POSSESSIVE.exec(last.word)?.[0].length ?? 0);
    // The full stop of "U.S.", not that of the sentence.
    const isInitials = last.word.length === 1 && text[end] === "." && text[last.start - 1] === ".";
    if (start < end) found.push({ start, end: isInitials ? end + 1 : end });
  }
  return found;
}

/** "l'Allemagne", "d’Orsay": the article is not a part of the name. Not "O'Brien". */
function isElided(word: string): boolean {
  return /^[ldLD]['’]/.test(word) && !/^D['’]/.test(word);
}

function isTitleCase(text: string, { tokens, end }: TokenisedBlock): boolean {
  if (tokens.length < MIN_TITLE_WORDS || /[.!?…:;,"”»“’)\]]/.test(text[end - 1] ?? "")) return false;
  let capitals = 0;
  for (const { word } of tokens) if (CAPITALISED.test(word)) capitals += 1;
  return capitals >= tokens.length * TITLE_SHARE;
}

/** The runs of capitalised words in a block, with the words that join them. */
function runsOf(
  text: string,
  { tokens, sentenceStarts }: TokenisedBlock,
  words: NameWords,
  skipped: { calendar: CalendarWords; figures: readonly TextRange[] } | null,
): Part[][] {
  const runs: Part[][] = [];
  let run: Part[] = [];
  let joins: Part[] = [];
  let figure = 0;
  let before: WordToken | null = null;
  const finish = () => {
    if (run.length > 0) runs.push(run);
    run = [];
    joins = [];
  };
  for (const token of tokens) {
    const figures = skipped?.figures ?? [];
    while (figure < figures.length && (figures[figure] as TextRange).end <= token.start) figure += 1;
    const isInFigure = figure < figures.length && (figures[figure] as TextRange).start <= token.start;
    const isFirst = sentenceStarts.has(token.start) || followsOpening(text, token, sentenceStarts);
    const isCapital =
      (CAPITALISED.test(token.word) || isElidedName(token.word)) &&
      !PRONOUN.test(token.word) &&
      !isInFigure &&
      !(skipped && (skipped.calendar.months.has(token.lower) || skipped.calendar.weekdays.has(token.lower)));
    const isJoined = before !== null && joined(text.slice(before.end, token.start), before);
    if (isCapital) {
      const isStarter = isFirst && words.starters.has(token.lower);
      if (!isJoined || run.length + joins.length >= MAX_WORDS || isStarter) finish();
      if (!isStarter) run.push(...joins, { token, isFirst });
      joins = [];
    } else if (
      run.length > 0 &&
      isJoined &&
      !isInFigure &&
      joins.length < MAX_JOINS &&
      canJoin(token, joins.length === 0 ? run.at(-1) : null, words)
    )
      joins.push({ token, isFirst: false });
    else finish();
    before = token;
  }
  finish();
  return runs;
}

/** @param after the part that it follows; null after another word that joins */
function canJoin({ lower }: WordToken, after: Part | null | undefined, words: NameWords): boolean {
  if (!after) return words.secondJoins.has(lower);
  return words.joins.has(lower) && (lower !== "for" || HEADS_BEFORE_FOR.has(after.token.lower));
}

function isElidedName(word: string): boolean {
  return /^[ld]['’]\p{Lu}/u.test(word);
}

/** Whether what is between two words keeps them in one name. */
function joined(gap: string, before: WordToken): boolean {
  if (gap === " " || gap === "\u00a0" || gap === " & " || gap === "&") return true;
  return (gap === "." || gap === ". " || gap === ".\u00a0") && ABBREVIATED.test(before.word);
}

/** Whether a word begins a quotation, or what follows a colon: languages differ in whether that takes a capital letter. */
function followsOpening(text: string, { start }: WordToken, sentenceStarts: ReadonlySet<number>): boolean {
  const mark = text[start - 1] ?? "";
  return (
    OPENING_MARK.test(mark) ||
    (mark === " " && text[start - 2] === ":") ||
    sentenceStarts.has(start - 1) ||
    (/[ \u00a0\u202f]/.test(mark) && /[«»„]/.test(text[start - 2] ?? ""))
  );
}

/** A run without a first word that is capitalised only because it begins a sentence. */
function trimmed(run: readonly Part[], words: NameWords, seen: SeenWords): Part[] {
  let from = 0;
  const first = run[0];
  if (first?.isFirst && !NAME_LIKE.test(first.token.word)) {
    const lower = bare(first.token).toLowerCase();
    const isCommon = words.starters.has(lower) || (seen.lower.has(lower) && !seen.capital.has(lower));
    if (isCommon) from = 1;
  }
  while (
    run[from] &&
    !CAPITALISED.test(run[from]?.token.word ?? "") &&
    !isElidedName(run[from]?.token.word ?? "")
  )
    from += 1;
  return run.slice(from);
}

function isName(
  text: string,
  block: TokenisedBlock,
  name: readonly Part[],
  words: NameWords,
  seen: SeenWords,
  isTitle: boolean,
): boolean {
  const capitals = name.filter(({ token }) => CAPITALISED.test(token.word) || isElidedName(token.word));
  const [first] = capitals;
  if (!first) return false;
  const { word } = first.token;
  const lower = bare(first.token).toLowerCase();
  if (capitals.some(({ token }) => seen.capital.has(bare(token).toLowerCase())) && !words.capitalisesNouns)
    return true;
  if (isTitle) return capitals.some(({ token }) => seen.capital.has(bare(token).toLowerCase()));
  if (NAME_LIKE.test(word)) return true;
  if (words.capitalisesNouns) {
    if (words.places.has(lower) || words.places.has(lower.replace(/s$/, ""))) return true;
    return capitals.length > 1
      ? !followsDeterminer(text, block, name, words) ||
          capitals.some(({ token }) => seen.capital.has(token.lower))
      : seen.capital.has(lower) || seen.capital.has(lower.replace(/s$/, ""));
  }
  if (word.length === 1 && capitals.length === 1) return false;
  return !first.isFirst || capitals.length > 1 || POSSESSIVE.test(word);
}

/** A word without its possessive ending and elided article. */
function bare({ word }: WordToken): string {
  const name = word.replace(POSSESSIVE, "");
  return isElided(name) ? name.slice(2) : name;
}

/** Whether an article stands before a run: "der Haushalt Ende", so that it is nouns. */
function followsDeterminer(
  text: string,
  { start }: TextRange,
  run: readonly Part[],
  { determiners }: NameWords,
): boolean {
  const at = run[0]?.token.start ?? start;
  const before = /(\p{L}+)[ \u00a0]$/u.exec(text.slice(Math.max(start, at - 16), at))?.[1];
  return before !== undefined && determiners.has(before.toLowerCase());
}
