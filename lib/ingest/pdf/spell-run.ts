import { fractionOf } from "@/lib/notation/script-characters";
import { findSpaces, type PlacedGlyph } from "./find-spaces";
import { composeAccents } from "./glyphs/compose-accents";
import type { Run } from "./glyphs/group-glyphs";
import { hasRightToLeft, isRightToLeft, logicalOrder } from "./glyphs/logical-order";
import type { Glyph } from "./glyphs/read-glyphs";
import type { Frame } from "./glyphs/turn-glyphs";
import type { Line } from "./line";
import { lowered, raised } from "./raised-figures";

/** Where a glyph is in its line: on the baseline, small on it, or raised or lowered. */
type Level = "base" | "small" | "raised" | "lowered";

/**
 * The text of a run, with spaces, in reading order, raised and lowered figures and fractions as characters.
 * @param notes numbers that have a note in the document
 * @returns null if it has no visible text
 */
export function spellRun(
  run: Run,
  { page, frame, notes }: { page: number; frame: Frame; notes: ReadonlySet<string> },
): Line | null {
  const placed = placedGlyphs(run.glyphs);
  const [first] = placed;
  if (!first) return null;
  const base = baseOf(placed.map(({ glyph }) => glyph));
  const spaces = findSpaces(placed);
  const levels = placed.map(({ glyph }) => levelOf(glyph, base));
  const text = spell(placed, levels, spaces, notes, false).trim();
  if (text === "") return null;
  const rightToLeft = isRightToLeft(text);
  const turned = placed.some((each) => each.turned && /[()[\]{}<>«»‹›]/.test(each.glyph.text));
  const bold = placed.filter(({ glyph }) => /bold|black|heavy|semibold|demi/i.test(glyph.font)).length;
  return {
    text,
    mirrored: turned ? spell(placed, levels, spaces, notes, true).trim() : null,
    x: run.x,
    right: run.right,
    y: base.y,
    size: base.size,
    page,
    frame,
    bold: bold > 0.8 * placed.length,
    artifact: placed.every(({ glyph }) => glyph.artifact),
    isAdded: placed.every(({ glyph }) => glyph.isAdded),
    rightToLeft,
    spaceBehind: run.glyphs.at(-1)?.text.trim() === "",
  };
}

/** The visible glyphs of a run in reading order. */
function placedGlyphs(glyphs: readonly Glyph[]): PlacedGlyph[] {
  const inOrder = hasRightToLeft(glyphs.map(({ text }) => text).join(""))
    ? logicalOrder(glyphs)
    : composeAccents(glyphs).map((glyph) => ({
        glyph,
        turned: false,
        x: glyph.x,
        right: glyph.x + glyph.width,
      }));
  const placed: PlacedGlyph[] = [];
  let spaceBefore = false;
  for (const { glyph, ...bounds } of inOrder) {
    const visible = glyph.text.trim();
    if (visible === "") {
      spaceBefore = true;
      continue;
    }
    placed.push({ glyph, ...bounds, spaceBefore: spaceBefore || /^ /.test(glyph.text) });
    spaceBefore = / $/.test(glyph.text);
  }
  return placed;
}

/** The size and baseline of most of the text. */
function baseOf(glyphs: readonly Glyph[]): { size: number; y: number } {
  const counts = new Map<number, { count: number; y: number[] }>();
  for (const { size, y, text } of glyphs) {
    const key = Math.round(size * 2) / 2;
    const entry = counts.get(key) ?? { count: 0, y: [] };
    entry.count += text.length;
    entry.y.push(y);
    counts.set(key, entry);
  }
  // Of two letters and two raised figures, the letters.
  const [size, { y }] = [...counts].reduce((best, each) => {
    const [large, small] = each[0] > best[0] ? [each, best] : [best, each];
    return large[1].count * 3 >= small[1].count ? large : small;
  }) as [number, { count: number; y: number[] }];
  y.sort((a, b) => a - b);
  return { size, y: y[y.length >> 1] as number };
}

function levelOf({ size, y }: Glyph, base: { size: number; y: number }): Level {
  const rise = (y - base.y) / base.size;
  const ratio = size / base.size;
  if (ratio > 0.9) return rise > 0.28 && ratio < 1.1 ? "raised" : "base";
  if (rise > 0.15) return "raised";
  return rise < -0.05 ? "lowered" : "small";
}

const MIRRORED: Readonly<Record<string, string>> = Object.fromEntries(
  ["()", "[]", "{}", "<>", "«»", "‹›"].flatMap(([open, close]) => [
    [open, close],
    [close, open],
  ]),
);

function spell(
  placed: readonly PlacedGlyph[],
  levels: readonly Level[],
  spaces: readonly boolean[],
  notes: ReadonlySet<string>,
  mirror: boolean,
): string {
  const textAt = (index: number) => {
    const { glyph, turned } = placed[index] as PlacedGlyph;
    const text = glyph.text.trim();
    return mirror && turned ? (MIRRORED[text] ?? text) : text;
  };
  /** The end of the glyphs at a level from a position on, without a space between. */
  const endOf = (from: number, ...allowed: Level[]) => {
    let to = from;
    while (to < placed.length && allowed.includes(levels[to] as Level) && (to === from || !spaces[to]))
      to += 1;
    return to;
  };
  const join = (from: number, to: number) => {
    let joined = "";
    for (let at = from; at < to; at++) joined += textAt(at);
    return joined;
  };
  // Pieces, because looking at the end of a long text again and again takes long.
  let text = "";
  let tail = "";
  const append = (piece: string) => {
    text += piece;
    tail = (tail + piece).slice(-24);
  };
  for (let index = 0; index < placed.length; ) {
    const level = levels[index] as Level;
    const space = spaces[index] ? " " : "";
    const found = level === "raised" ? fractionAt(index) : null;
    if (found) {
      append((/\d$/.test(tail) ? "" : space) + fractionOf(found.numerator, found.denominator));
      index = found.end;
    } else if (level === "raised" || level === "lowered") {
      const to = endOf(index, level);
      const piece = join(index, to);
      const spelled = level === "raised" ? raised(piece, tail, notes) : lowered(piece);
      // A gap before a raised figure is no space; behind the number of a note that begins a line, there is one.
      const isLeading = tail.trim() === "" && spelled !== piece;
      append((spelled === piece ? space : "") + spelled + (isLeading && spelled.endsWith("]") ? " " : ""));
      index = to;
    } else {
      append((tail.endsWith(" ") ? "" : space) + textAt(index));
      index += 1;
    }
  }
  return text;

  /** A raised number, a bar and a small number; or a raised number over a lowered one. */
  function fractionAt(from: number): { numerator: string; denominator: string; end: number } | null {
    const bar = endOf(from, "raised");
    const numerator = join(from, bar);
    const split = /^(\d{1,3})[/⁄∕](\d{1,3})?$/.exec(numerator);
    const hasBar = /^[/⁄∕]$/.test(bar < placed.length ? textAt(bar) : "");
    const begin = split ? bar : hasBar ? bar + 1 : bar;
    if (split?.[2]) return { numerator: split[1] as string, denominator: split[2], end: bar };
    if (!split && !/^\d{1,3}$/.test(numerator)) return null;
    const end = endOf(begin, "small", "lowered");
    const denominator = join(begin, end);
    if (!/^\d{1,3}$/.test(denominator)) return null;
    if (!split && !hasBar) {
      // One over the other, and no index with exponent, which follow a letter.
      const [over, under] = [placed[from]?.glyph, placed[begin]?.glyph];
      if (!over || !under || under.x > over.x + over.width || /[\p{L})\]]$/u.test(tail)) return null;
    }
    return { numerator: (split?.[1] ?? numerator) as string, denominator, end };
  }
}
