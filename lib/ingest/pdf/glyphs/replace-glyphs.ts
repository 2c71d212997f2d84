import { normalizeGlyph } from "./normalize-glyph";

/** What is needed of a glyph. */
interface PlacedText {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  angle: number;
  vertical: boolean;
  isPositioned: boolean;
}

/** A letter of a script that writes some vowel signs before the letter that they are read after. */
const INDIC =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The glyphs of marked content for which the file states a text: with that text, at their position. They stay as they are if they are on
 * several lines, if they spell the same, or if the stated text is empty: words that are seen are not lost.
 * @param text that the file states
 */
export function replaceGlyphs<G extends PlacedText>(glyphs: readonly G[], text: string): readonly G[] {
  const stated = normalizeGlyph(text).normalize("NFC");
  const visible = glyphs.filter((glyph) => glyph.text.trim() !== "");
  // The glyphs of one letter with its signs can have no characters, or spaces, in the table of their font.
  const isLetter = INDIC.test(stated) && !/\s/.test(stated);
  const drawn = isLetter || visible.length === 0 ? glyphs : visible;
  const [first] = drawn;
  if (!first || stated.trim() === "") return glyphs;
  if (
    drawn.length === visible.length &&
    squeezed(visible.map((glyph) => glyph.text).join("")) === squeezed(stated)
  )
    return glyphs;
  const isOneLine = drawn.every(
    ({ y, angle, vertical }) =>
      Math.abs(y - first.y) <= 0.8 * first.size && angle === first.angle && vertical === first.vertical,
  );
  if (!isOneLine || first.angle !== 0 || first.vertical) return glyphs;
  // Of a letter and the mark over it, which can come first, the letter: it takes more room.
  const largest = drawn.reduce(
    (best, glyph) =>
      glyph.size > best.size || (glyph.size === best.size && glyph.width > best.width) ? glyph : best,
    first,
  );
  const x = drawn.reduce((least, glyph) => Math.min(least, glyph.x), first.x);
  const right = drawn.reduce((most, glyph) => Math.max(most, glyph.x + glyph.width), first.x);
  return [{ ...largest, text: stated, x, width: right - x, isPositioned: first.isPositioned }];
}

function squeezed(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}
