import { matchTokens, type TokenMatch } from "@/lib/anchoring/match-tokens";
import {
  type ImportDifference,
  type ImportDifferences,
  MAX_DIFFERENCES,
  NO_DIFFERENCES,
  NOT_COMPARED,
} from "./import-difference";
import type { FilePassage } from "./passage";
import { type ComparedSide, slideGaps } from "./slide-gaps";
import { JOINT, type Token, tokensOf } from "./tokens-of";

/** Longest file and text together, in characters: 200,000 words each take about 5 seconds and 400 MB. */
const MAX_COMPARED = 2_600_000;
/** Characters of the words around a difference. */
const CONTEXT = 60;
/** Longest passage that is shown and can be inserted, in characters. */
const MAX_LENGTH = 4_000;
/** A missing passage of at least this many words that the text has elsewhere was moved, or is a quotation out of it. */
const MIN_MOVED_WORDS = 4;
/** How many passages are looked up elsewhere: each is a search of the whole text. */
const MAX_LOOKUPS = 300;
/** Two readers of a PDF can disagree on the order of words as far apart as this, in words. */
const REORDERED_WITHIN = 400;

/**
 * Compares what a file says with what was imported from it, by words and figures. Its cost is bounded as that of `matchTokens`.
 * @param passages the file's visible text by another reader, in order
 * @param imported canonical text of the imported article
 * @param options.isPage whether the file has more than the article: then only what lies between the first and the last words that were
 *   imported is compared
 * @param options.labels what the import writes where the file has it as markup, such as "a)" in front of an item
 * @param options.isUnordered whether the second reader can find words in another order, as in the lines of a PDF
 */
export function compareWords(
  passages: readonly FilePassage[],
  imported: string,
  {
    isPage = false,
    isUnordered = false,
    labels = [],
  }: { isPage?: boolean; isUnordered?: boolean; labels?: readonly string[] | undefined } = {},
): ImportDifferences {
  const length = passages.reduce((sum, { text }) => sum + text.length, imported.length);
  if (length > MAX_COMPARED) return NOT_COMPARED;
  const file = fileTokens(passages);
  const text = tokensOf(imported);
  const inLabels = new Set(labels.flatMap((label) => tokensOf(label).map(({ folded }) => folded)));
  const elsewhere = new Elsewhere(text);
  const elsewhereInFile = new Elsewhere(file.tokens);
  const differences: ImportDifferences = { ...NO_DIFFERENCES, listed: [] };
  const add = (found: ImportDifference) => {
    if (differences.listed.length < MAX_DIFFERENCES) differences.listed.push(found);
    differences[isFigure(found) ? "figures" : "passages"]++;
  };
  const gaps = gapsBetween(
    slideGaps(matched(file.tokens, text, isPage), sideOf(file.tokens, file.text), sideOf(text, imported)),
  );
  if (isUnordered) dropReordered(gaps, file.tokens, text);
  for (const gap of gaps) {
    const written = text.slice(...gap.text);
    if (sameButForJoints(file.tokens.slice(...gap.file), written)) continue;
    const around = { imported, file, last: text[gap.text[0] - 1], next: text[gap.text[1]] };
    const parts = missingParts(gap.file, file);
    const changed = parts.find(({ isBlock }) => !isBlock);
    for (const part of parts) {
      const tokens = file.tokens.slice(part.start, part.end);
      const replaced = part === changed ? written : [];
      if (replaced.length === 0 && ((part.isBlock && part.isAroundArticle) || elsewhere.has(tokens)))
        continue;
      add(differenceOf({ ...around, part, tokens, replaced }));
    }
    if (
      !changed &&
      written.some((token) => isAdded(token) && !inLabels.has(token.folded)) &&
      !elsewhereInFile.has(written)
    )
      add(differenceOf({ ...around, part: null, tokens: [], replaced: written }));
  }
  return differences;
}

/** Lines are paragraphs in both texts. */
function sideOf(tokens: readonly Token[], text: string): ComparedSide {
  return {
    folded: (index) => tokens[index]?.folded ?? "",
    boundary(index) {
      const between = text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? text.length);
      return index <= 0 || index >= tokens.length || between.includes("\n") ? 2 : /\S/u.test(between) ? 1 : 0;
    },
  };
}

/** What lies between two stretches that both texts have, as indexes of their tokens. */
interface Gap {
  file: [number, number];
  text: [number, number];
}

function gapsBetween(pairs: readonly TokenMatch[]): Gap[] {
  return pairs.slice(1).map((next, index) => {
    const previous = pairs[index] as TokenMatch;
    return {
      file: [previous.a + previous.length, next.a],
      text: [previous.b + previous.length, next.b],
    };
  });
}

/**
 * Shortens gaps whose words the other text has nearby: a line that is read in another order. Only the ends of a gap are dropped, so what is
 * left of it is in one piece.
 */
function dropReordered(gaps: Gap[], file: readonly Token[], text: readonly Token[]): void {
  const unmatched = new Map<string, number[]>();
  for (const gap of gaps)
    for (let at = gap.text[0]; at < gap.text[1]; at++) {
      const { folded } = text[at] as Token;
      const list = unmatched.get(folded);
      if (list) list.push(at);
      else unmatched.set(folded, [at]);
    }
  const isReordered = new Set<number>();
  const isFound = gaps.map((gap) => {
    const found = new Set<number>();
    for (let at = gap.file[0]; at < gap.file[1]; at++) {
      const list = unmatched.get((file[at] as Token).folded);
      const nearest = list?.findIndex((other) => Math.abs(other - gap.text[0]) < REORDERED_WITHIN) ?? -1;
      if (!list || nearest < 0) continue;
      isReordered.add(list.splice(nearest, 1)[0] as number);
      found.add(at);
    }
    return found;
  });
  gaps.forEach((gap, index) => {
    trim(gap.file, isFound[index] as Set<number>);
    trim(gap.text, isReordered);
  });
}

function trim(range: [number, number], isDropped: ReadonlySet<number>): void {
  while (range[0] < range[1] && isDropped.has(range[0])) range[0]++;
  while (range[1] > range[0] && isDropped.has(range[1] - 1)) range[1]--;
}

/** Numbers of lists and notes, and raised figures, are written by the import where the file has them as markup. */
function isAdded({ folded, isJoinable }: Token): boolean {
  return !isJoinable && !/^\p{Nd}{1,3}$/u.test(folded);
}

/** Whether a difference is one figure alone: everything else counts as a passage. */
export function isFigure({ hasFigure, original, imported }: ImportDifference): boolean {
  return hasFigure && ((original || imported).match(/\p{L}+/gu)?.length ?? 0) <= 1;
}

interface FileText {
  text: string;
  tokens: Token[];
  /** The passage that each token is in. */
  passageOf: Int32Array;
  passages: readonly FilePassage[];
}

function fileTokens(passages: readonly FilePassage[]): FileText {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  for (const { text } of passages) {
    starts.push(length);
    parts.push(text);
    length += text.length + 1;
  }
  const text = parts.join("\n");
  const tokens = tokensOf(text);
  const passageOf = new Int32Array(tokens.length);
  let passage = 0;
  tokens.forEach(({ start }, index) => {
    while (passage + 1 < starts.length && (starts[passage + 1] as number) <= start) passage++;
    passageOf[index] = passage;
  });
  return { text, tokens, passageOf, passages };
}

/**
 * The words that both have, in order, from edge to edge. Of a page, from the first to the last stretch of several words: single ones at its
 * edges are accidents of navigation.
 */
function matched(file: readonly Token[], text: readonly Token[], isPage: boolean): TokenMatch[] {
  const numbers = new Map<string, number>();
  const idsOf = (tokens: readonly Token[]) =>
    Int32Array.from(tokens, ({ folded }) => {
      const id = numbers.get(folded) ?? numbers.size + 1;
      numbers.set(folded, id);
      return id;
    });
  const pairs = matchTokens(idsOf(file), idsOf(text));
  const edge = (a: number, b: number) => ({ a, b, length: 0 });
  if (!isPage) return [edge(0, 0), ...pairs, edge(file.length, text.length)];
  const isSure = ({ length }: TokenMatch) => length >= 3;
  const first = pairs.findIndex(isSure);
  const last = pairs.findLastIndex(isSure);
  return first < 0 ? [] : pairs.slice(first, last + 1);
}

/** Whether the words are the same but for boundaries of markup: letters can be joined there, figures cannot. */
function sameButForJoints(original: readonly Token[], written: readonly Token[]): boolean {
  return joined(original) === joined(written);
}

function joined(tokens: readonly Token[]): string {
  const parts: string[] = [];
  let last = "";
  for (const { folded, isJoinable } of tokens) {
    const betweenFigures = /\p{Nd}$/u.test(last) && /^\p{Nd}/u.test(folded);
    if (last && (!isJoinable || betweenFigures)) parts.push(" ");
    parts.push(folded);
    last = folded;
  }
  return parts.join("");
}

interface Part {
  /** Indexes of tokens of the file. */
  start: number;
  end: number;
  /** Whether they are whole passages of the file. */
  isBlock: boolean;
  isAroundArticle: boolean;
}

/** Divides missing words into those in the middle of an imported paragraph and those that are paragraphs of their own. */
function missingParts([start, end]: readonly [number, number], file: FileText): Part[] {
  const isOwn = (a: number, b: number) => file.passageOf[a] === file.passageOf[b];
  const parts: Part[] = [];
  for (let at = start; at < end; ) {
    let to = at + 1;
    while (to < end && isOwn(at, to)) to++;
    const isBlock = !(at > 0 && isOwn(at - 1, at)) && !(to < file.tokens.length && isOwn(to, to - 1));
    const isAroundArticle = file.passages[file.passageOf[at] as number]?.isAroundArticle ?? false;
    const last = parts.at(-1);
    if (last && isBlock && last.isBlock && last.isAroundArticle === isAroundArticle) last.end = to;
    else parts.push({ start: at, end: to, isBlock, isAroundArticle });
    at = to;
  }
  return parts;
}

/** Looks for passages elsewhere in a text: they were moved, or quote it. */
class Elsewhere {
  readonly #text: string;
  #left = MAX_LOOKUPS;
  constructor(text: readonly Token[]) {
    this.#text = ` ${text.map(({ folded }) => folded).join(" ")} `;
  }
  /** Whether the text has these words, in this order. A few words prove nothing. */
  has(tokens: readonly Token[]): boolean {
    if (tokens.length < MIN_MOVED_WORDS || this.#left-- <= 0) return false;
    return this.#text.includes(` ${tokens.map(({ folded }) => folded).join(" ")} `);
  }
}

function differenceOf({
  part,
  tokens,
  replaced,
  imported,
  file,
  last,
  next,
}: {
  part: Part | null;
  tokens: readonly Token[];
  replaced: readonly Token[];
  imported: string;
  file: FileText;
  last: Token | undefined;
  next: Token | undefined;
}): ImportDifference {
  const start = replaced[0]?.start ?? last?.end ?? 0;
  const end = replaced.at(-1)?.end ?? start;
  const original = file.text
    .slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
    .replaceAll(new RegExp(`(?<=\\p{Nd})${JOINT}(?=\\p{Nd})`, "gu"), " ")
    .replaceAll(JOINT, "")
    .replace(/[^\S\n]+/gu, " ")
    .slice(0, MAX_LENGTH);
  return {
    kind: replaced.length === 0 ? "missing" : tokens.length === 0 ? "added" : "changed",
    original,
    imported: imported.slice(start, end),
    hasFigure: [...tokens, ...replaced].some(({ folded }) => /\p{Nd}/u.test(folded)),
    isBlock: part?.isBlock ?? false,
    before: imported.slice(Math.max(0, start - CONTEXT), start),
    after: imported.slice(Math.max(end, Math.min(next?.start ?? end, end + 1)), end + CONTEXT),
    start,
    end,
  };
}
