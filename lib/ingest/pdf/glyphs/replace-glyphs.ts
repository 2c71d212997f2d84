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

/**
 * The glyphs of marked content for which the file states a text: with that text, at their position. They stay as they are if they are on
 * several lines, if they spell the same, or if the stated text is empty: words that are seen are not lost.
 * @param text that the file states
 */
export function replaceGlyphs<G extends PlacedText>(glyphs: readonly G[], text: string): readonly G[] {
  const stated = normalizeGlyph(text).normalize("NFC");
  const visible = glyphs.filter((glyph) => glyph.text.trim() !== "");
  const [first] = visible;
  if (!first || stated.trim() === "") return glyphs;
  if (squeezed(visible.map((glyph) => glyph.text).join("")) === squeezed(stated)) return glyphs;
  const isOneLine = visible.every(
    ({ y, angle, vertical }) =>
      Math.abs(y - first.y) <= 0.8 * first.size && angle === first.angle && vertical === first.vertical,
  );
  if (!isOneLine || first.angle !== 0 || first.vertical) return glyphs;
  const largest = visible.reduce((best, glyph) => (glyph.size > best.size ? glyph : best), first);
  const x = visible.reduce((least, glyph) => Math.min(least, glyph.x), first.x);
  const right = visible.reduce((most, glyph) => Math.max(most, glyph.x + glyph.width), first.x);
  return [{ ...largest, text: stated, x, width: right - x, isPositioned: first.isPositioned }];
}

function squeezed(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}
