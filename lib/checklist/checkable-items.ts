import { sentencesOf } from "@/lib/document/sentences";
import { calendarWords } from "./calendar-words";
import type { CheckableItem, CheckableKind } from "./checkable-item";
import { numberWordsOf } from "./figure-words";
import { findFigures } from "./find-figures";
import { findNames, noteWords, type SeenWords, type TokenisedBlock } from "./find-names";
import { findQuotations } from "./find-quotations";
import { nameWordsOf } from "./name-words";
import { wordTokens } from "./word-token";

/** UTF-16 units that are read in one step. */
const STEP_LENGTH = 10_000;
/** What a block costs beside its length, in the same unit. */
const BLOCK_COST = 50;

/**
 * The names, figures and quotations of a canonical text. Its cost grows with the length of the text alone.
 * @param language a BCP 47 tag; an invalid one counts as English
 * @returns in text order; items of one kind never overlap, those of different kinds can
 */
export function checkableItems(text: string, language: string): CheckableItem[] {
  const steps = checkableItemsInSteps(text, language);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in short steps, so that a page can draw between them. A step reads about 10,000 characters, and at least one block. */
export function* checkableItemsInSteps(
  text: string,
  language: string,
): Generator<undefined, CheckableItem[], undefined> {
  const tag = validTag(language);
  const names = nameWordsOf(tag);
  const calendar = calendarWords(tag);
  const numberWords = numberWordsOf(tag);
  const seen: SeenWords = { lower: new Set(), capital: new Set() };
  const blocks: TokenisedBlock[] = [];
  let read = 0;
  for (const block of blocksOf(text)) {
    const own = text.slice(block.start, block.end);
    const tokenised = {
      ...block,
      tokens: wordTokens(own, block.start),
      sentenceStarts: sentenceStartsOf(own, block.start, tag),
    };
    noteWords(text, tokenised, names, seen);
    blocks.push(tokenised);
    read += own.length + BLOCK_COST;
    if (read < STEP_LENGTH) continue;
    read = 0;
    yield;
  }
  const items: CheckableItem[] = [];
  for (const [index, block] of blocks.entries()) {
    const own = text.slice(block.start, block.end);
    const next = blocks[index + 1];
    const figures = findFigures(text, block, block.tokens, { calendar, numberWords });
    const found: Record<CheckableKind, readonly { start: number; end: number }[]> = {
      figure: figures,
      name: findNames(text, block, names, calendar, seen, figures),
      quotation: findQuotations(own, next ? (text[next.start] ?? "") : "", block.start),
    };
    const ofBlock = (Object.keys(found) as CheckableKind[]).flatMap((kind) =>
      found[kind].map(({ start, end }): CheckableItem => ({ kind, start, end })),
    );
    ofBlock.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1));
    for (const item of ofBlock) items.push(item);
    read += own.length + BLOCK_COST;
    if (read < STEP_LENGTH) continue;
    read = 0;
    yield;
  }
  return items;
}

function sentenceStartsOf(block: string, offset: number, language: string): Set<number> {
  // The segmenter is slow to begin, and most texts have many short lines.
  const sentences = /[.!?\u2026:;\u0589-\uffff]/.test(block)
    ? sentencesOf(block, language)
    : [{ start: block.length - block.trimStart().length }];
  return new Set(sentences.map(({ start }) => offset + start));
}

/** The blocks of a text. A longer one than any paragraph is read in parts, cut at a space where there is one. */
function* blocksOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf("\n", start);
    let end = found < 0 ? text.length : found;
    if (end - start > STEP_LENGTH) {
      const space = text.lastIndexOf(" ", start + STEP_LENGTH);
      end = space > start ? space : start + STEP_LENGTH;
      yield { start, end };
      start = end;
    } else {
      if (end > start) yield { start, end };
      start = end + 1;
    }
  }
}

function validTag(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en";
  } catch {
    return "en";
  }
}
