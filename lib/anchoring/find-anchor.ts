import { err, ok, type Result } from "@/lib/result";
import { findOccurrences } from "./find-occurrences";
import { type FoldedText, foldInvisible, toFolded, toRaw, unfolded } from "./fold-invisible";
import type { TextRange } from "./text-range";

export interface Candidate {
  start: number;
  end: number;
  prefix: string;
  suffix: string;
}

export type FindAnchorError =
  | { kind: "quote-not-found" }
  | { kind: "quote-ambiguous"; candidates: Candidate[] };

/** Candidates listed for an ambiguous quote; with more, the caller has to send context. */
const MAX_CANDIDATES = 20;

export interface SoughtQuote {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

/**
 * Finds the only occurrence of a quote in a text (W3C TextQuoteSelector), using the context if there is any. If it does not occur exactly,
 * an occurrence counts that no reader can tell from it. Never guesses: a quote that occurs more than once with the same context is an
 * error that lists the occurrences. The cost grows with the length of the text and the quote.
 * @returns UTF-16 offsets
 */
export function findAnchor(text: string, quote: SoughtQuote): Result<TextRange, FindAnchorError> {
  return anchorFinder(text)(quote);
}

/** The same for many quotes of one text, which is prepared only once. */
export function anchorFinder(text: string): (quote: SoughtQuote) => Result<TextRange, FindAnchorError> {
  const plain = unfolded(text);
  let folded: FoldedText | undefined;
  return ({ exact, prefix = "", suffix = "" }) => {
    if (exact === "") return err({ kind: "quote-not-found" });
    const inContext = prefix + exact + suffix;
    const inside = { start: prefix.length, end: prefix.length + exact.length };
    let ranges = rangesOf(plain, unfolded(inContext), inside);
    if (ranges.length === 0) {
      folded ??= foldInvisible(text);
      ranges = rangesOf(folded, foldInvisible(inContext), inside);
    }
    const [only, another] = ranges;
    if (!only) return err({ kind: "quote-not-found" });
    if (!another) return ok(only);
    return err({
      kind: "quote-ambiguous",
      candidates: ranges.map(({ start, end }) => ({
        start,
        end,
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      })),
    });
  };
}

/** The ranges of a part of a quotation at its occurrences in a text, at most `MAX_CANDIDATES`. */
function rangesOf(text: FoldedText, quotation: FoldedText, part: TextRange): TextRange[] {
  const { start, end } = toFolded(quotation, part);
  const ranges: TextRange[] = [];
  if (start >= end) return ranges;
  for (const at of findOccurrences(text.text, quotation.text)) {
    ranges.push(toRaw(text, { start: at + start, end: at + end }));
    if (ranges.length === MAX_CANDIDATES) break;
  }
  return ranges;
}
