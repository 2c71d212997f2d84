import type { Glyph } from "./read-glyphs";

/** Which way lines run: a frame turns them so that they run to the right, below one another. */
export type Frame = "upright" | "up" | "down" | "upside-down" | "vertical";

/**
 * Sorts the glyphs of a page by the way their lines run, each turned so that it runs to the right.
 * @returns the frames, and the glyphs at an angle, as watermarks have it
 */
export function turnGlyphs(glyphs: readonly Glyph[]): {
  frames: Map<Frame, Glyph[]>;
  slanted: Glyph[];
} {
  const frames = new Map<Frame, Glyph[]>();
  const slanted: Glyph[] = [];
  for (const glyph of glyphs) {
    const frame = glyph.vertical ? "vertical" : FRAMES[Math.round(glyph.angle / 90) % 4];
    const offset = Math.abs(glyph.angle - Math.round(glyph.angle / 90) * 90);
    if (!frame || offset > MAX_TILT) slanted.push(glyph);
    else {
      const of = frames.get(frame) ?? [];
      of.push(turned(glyph, frame));
      frames.set(frame, of);
    }
  }
  return { frames, slanted };
}

const FRAMES: readonly Frame[] = ["upright", "up", "upside-down", "down"];
/** In degrees: scans are a little askew. */
const MAX_TILT = 5;

function turned(glyph: Glyph, frame: Frame): Glyph {
  const { x, y } = glyph;
  switch (frame) {
    case "upright":
      return glyph;
    case "up":
      return { ...glyph, x: y, y: -x };
    case "upside-down":
      return { ...glyph, x: -x, y: -y };
    case "down":
    case "vertical":
      return { ...glyph, x: -y, y: x };
  }
}
