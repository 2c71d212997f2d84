import { type JsonObject, objectsIn } from "../loose-json";
import { NO_PLACE, type ReadPassage, type ReadPlace, type ReadPosition, type ReadQuote } from "../read-claim";

/** Selectors of one target that are read; deeper refinements are ignored. */
const MAX_SELECTORS = 20;
const MAX_REFINEMENTS = 5;

/**
 * The passage that selectors of a Web Annotation choose: by quotation, by position, or between two of those (RangeSelector). A selector by
 * path or style sheet says nothing of a text; what refines it does, if it is a quotation.
 * Source: https://www.w3.org/TR/annotation-model/#selectors
 */
export function readSelectors(selectors: unknown): ReadPlace {
  let place: ReadPassage = NO_PLACE;
  let range: ReadPlace | null = null;
  for (const selector of objectsIn(selectors).slice(0, MAX_SELECTORS)) {
    if (selector.type === "RangeSelector" && range === null) range = readRange(selector);
    const found = readPassage(selector);
    place = { quote: place.quote ?? found.quote, position: place.position ?? found.position };
  }
  // A quotation survives more changes of the text than the ends of a range.
  return place.quote === null && range !== null ? range : place;
}

function readRange({ startSelector, endSelector }: JsonObject): ReadPlace | null {
  const [start] = objectsIn(startSelector);
  const [end] = objectsIn(endSelector);
  if (!start || !end) return null;
  const [from, to] = [readPassage(start), readPassage(end)];
  return isNowhere(from) || isNowhere(to) ? null : { from, to };
}

const isNowhere = ({ quote, position }: ReadPassage) => quote === null && position === null;

/** One selector with what refines it. */
function readPassage(selector: JsonObject, depth = 0): ReadPassage {
  const own = { quote: quoteOf(selector), position: positionOf(selector) };
  const [inner] = objectsIn(selector.refinedBy);
  if (!inner || depth >= MAX_REFINEMENTS) return own;
  const refined = readPassage(inner, depth + 1);
  if (own.quote) return { quote: narrowed(own.quote, refined) ?? own.quote, position: null };
  // Inside a part of the page, offsets count from its start, which a text doesn't show.
  return { quote: refined.quote, position: null };
}

function quoteOf({ type, exact, quote, prefix, suffix }: JsonObject): ReadQuote | null {
  const text = typeof exact === "string" ? exact : type === undefined ? quote : undefined;
  if (typeof text !== "string" || text.trim() === "") return null;
  return { exact: text, prefix: textOrNone(prefix), suffix: textOrNone(suffix) };
}

function positionOf({ type, start, end }: JsonObject): ReadPosition | null {
  const isPosition = type === "TextPositionSelector" || type === undefined;
  if (!isPosition || !isOffset(start) || !isOffset(end) || start >= end) return null;
  // Selectors without a type are those of Recogito, which count as browsers do.
  return { start, end, unit: type === undefined ? "utf-16" : "code-point" };
}

/** A part of a quotation, by a quotation in it or by code points; null if that isn't clear. */
function narrowed(outer: ReadQuote, { quote, position }: ReadPassage): ReadQuote | null {
  if (quote) {
    const at = outer.exact.indexOf(quote.prefix + quote.exact + quote.suffix);
    return at < 0 ? null : cut(outer, at + quote.prefix.length, quote.exact.length);
  }
  if (!position) return null;
  const letters = [...outer.exact];
  const before = letters.slice(0, position.start).join("").length;
  const length = letters.slice(position.start, position.end).join("").length;
  return length === 0 ? null : cut(outer, before, length);
}

function cut({ exact, prefix, suffix }: ReadQuote, at: number, length: number): ReadQuote {
  return {
    exact: exact.slice(at, at + length),
    prefix: prefix + exact.slice(0, at),
    suffix: exact.slice(at + length) + suffix,
  };
}

const isOffset = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const textOrNone = (value: unknown) => (typeof value === "string" ? value : "");
