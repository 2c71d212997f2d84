import type { Run } from "./group-glyphs";
import { hasRightToLeft } from "./logical-order";
import type { Glyph } from "./read-glyphs";

/** A gap without a space, in sizes of the text, at which a cell or column ends if the document writes its spaces. */
const CELL_GAP = 0.22;
/** The same where the next glyph is positioned by itself, as cells are. */
const POSITIONED_GAP = 0.07;

/** Splits a run of a document that writes its spaces where there is a gap without one: there, cells of a narrow table meet. */
export function splitRuns(run: Run): Run[] {
  if (run.glyphs.some(({ text }) => hasRightToLeft(text)) || !hasSpaceOrGap(run)) return [run];
  const parts: Glyph[][] = [[]];
  let last: Glyph | null = null;
  let right = 0;
  let spaced = true;
  for (const glyph of run.glyphs) {
    const visible = glyph.text.trim() !== "";
    const isMark = last !== null && /^\p{M}/u.test(glyph.text);
    if (visible && last && !spaced && !isMark) {
      const gap = glyph.x - right;
      const same =
        Math.abs(glyph.size - last.size) <= 0.1 * last.size && Math.abs(glyph.y - last.y) <= 0.05 * last.size;
      // LibreOffice positions the hyphen at the end of a justified line by itself.
      const isCell = glyph.isPositioned && !/^[-\u00ad‐]$/.test(glyph.text);
      if (same && gap > (isCell ? POSITIONED_GAP : CELL_GAP) * glyph.size) parts.push([]);
    }
    parts.at(-1)?.push(glyph);
    if (visible) {
      // A mark ends inside of the letter that it is on.
      right = Math.max(glyph.x + glyph.width, isMark ? right : Number.NEGATIVE_INFINITY);
      last = glyph;
    }
    spaced = !visible;
  }
  return parts.length === 1 ? [run] : parts.map((glyphs) => part(glyphs, run));
}

/** Whether some of its letters stand close together: letters that are spaced out have gaps everywhere. */
function hasSpaceOrGap({ glyphs }: Run): boolean {
  const visible = glyphs.filter(({ text }) => text.trim() !== "");
  const close = visible.filter((glyph, index) => {
    const last = visible[index - 1];
    return last && glyph.x - (last.x + last.width) <= 0.08 * glyph.size;
  }).length;
  return close >= 0.4 * (visible.length - 1);
}

function part(glyphs: Glyph[], { y, size }: Run): Run {
  const visible = glyphs.filter(({ text }) => text.trim() !== "");
  return {
    glyphs,
    x: visible.reduce((least, glyph) => Math.min(least, glyph.x), Number.POSITIVE_INFINITY),
    right: visible.reduce((most, glyph) => Math.max(most, glyph.x + glyph.width), Number.NEGATIVE_INFINITY),
    y,
    size,
  };
}
