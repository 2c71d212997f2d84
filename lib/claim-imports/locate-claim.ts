import { anchorFinder } from "@/lib/anchoring/find-anchor";
import { findCandidates } from "@/lib/anchoring/find-candidates";
import type { TextRange } from "@/lib/anchoring/text-range";
import type { ReadPassage, ReadPlace, ReadPosition, ReadQuote } from "./read-claim";

/** Where a claim of a file is in a text. Offsets are UTF-16 units. */
export type LocatedClaim =
  | { kind: "placed"; range: TextRange }
  /** Its words occur more than once (`repeated`), were changed (`similar`), or only a position says where they were (`unchecked`). */
  | { kind: "choose"; why: "repeated" | "similar" | "unchecked"; ranges: TextRange[] }
  | { kind: "not-found" };

/** Units of text that may be searched for similar passages, over all claims of a file: about 2 seconds. */
const SIMILAR_BUDGET = 20_000_000;

/**
 * Finds passages of files in one text. The position counts where the quotation stands there; else the quotation with its context must occur
 * once, or without its context, or with one side of it. Nothing is guessed: what remains is for an editor to choose.
 */
export function claimLocator(text: string): (place: ReadPlace) => LocatedClaim {
  const find = anchorFinder(text);
  const offsetsOf = codePointReader(text);
  let budget = SIMILAR_BUDGET;

  function similar(quote: ReadQuote): LocatedClaim {
    budget -= text.length;
    const ranges = budget < 0 ? [] : findCandidates(text, quote.exact);
    if (ranges.length === 0) return { kind: "not-found" };
    return { kind: "choose", why: "similar", ranges: ranges.map(({ start, end }) => ({ start, end })) };
  }

  function locateQuote(quote: ReadQuote): LocatedClaim {
    const { exact, prefix, suffix } = quote;
    const inContext = find(quote);
    if (inContext.ok) return { kind: "placed", range: inContext.value };
    if (inContext.error.kind === "quote-ambiguous")
      return { kind: "choose", why: "repeated", ranges: inContext.error.candidates.map(rangeOf) };
    const alone = find({ exact });
    if (alone.ok) return { kind: "placed", range: alone.value };
    if (alone.error.kind === "quote-not-found") return similar(quote);
    const sides = [
      ...(prefix ? [find({ exact, prefix })] : []),
      ...(suffix ? [find({ exact, suffix })] : []),
    ];
    const found = sides.flatMap((side) => (side.ok ? [side.value] : []));
    const [first] = found;
    if (first && found.every(({ start }) => start === first.start)) return { kind: "placed", range: first };
    return { kind: "choose", why: "repeated", ranges: alone.error.candidates.map(rangeOf) };
  }

  function rangeAt(position: ReadPosition | null): TextRange | null {
    if (position === null) return null;
    const range =
      position.unit === "utf-16"
        ? { start: position.start, end: position.end }
        : { start: offsetsOf(position.start), end: offsetsOf(position.end) };
    return range.start >= 0 && range.start < range.end && range.end <= text.length ? range : null;
  }

  function locatePassage({ quote, position }: ReadPassage): LocatedClaim {
    const at = rangeAt(position);
    if (quote && quote.exact.trim() !== "") {
      if (at && text.slice(at.start, at.end) === quote.exact) return { kind: "placed", range: at };
      return locateQuote(quote);
    }
    return at && text.slice(at.start, at.end).trim() !== ""
      ? { kind: "choose", why: "unchecked", ranges: [at] }
      : { kind: "not-found" };
  }

  return (place) => {
    if (!("from" in place)) return locatePassage(place);
    const [from, to] = [locatePassage(place.from), locatePassage(place.to)];
    if (from.kind !== "placed" || to.kind !== "placed") return { kind: "not-found" };
    const range = { start: from.range.start, end: to.range.start };
    return range.start < range.end ? { kind: "placed", range } : { kind: "not-found" };
  };
}

const rangeOf = ({ start, end }: TextRange): TextRange => ({ start, end });

/** Converts offsets in code points to UTF-16 units; -1 outside the text. */
function codePointReader(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => (offset <= text.length ? offset : -1);
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) starts.push(at);
  starts.push(text.length);
  return (offset) => starts[offset] ?? -1;
}
