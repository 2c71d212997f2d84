import type { Glyph } from "./glyphs/read-glyphs";

/** A glyph of a line in reading order, and whether a space in the file comes before it. */
export interface PlacedGlyph {
  glyph: Glyph;
  /** Whether it is read from right to left. */
  turned: boolean;
  /** The range of what it is read with in one direction; its own in left-to-right lines. */
  x: number;
  right: number;
  spaceBefore: boolean;
}

/** Characters of scripts that are written without spaces. */
const WITHOUT_SPACES =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff01-\uff60]/u;

/** Whether a text is written without spaces between words. */
export function isWrittenWithoutSpaces(text: string): boolean {
  return WITHOUT_SPACES.test(text);
}

/** Fractions of the size of the text. */
const GAP = {
  /** A gap is a space; less is kerning. */
  space: 0.12,
  /** The same in lines that also have spaces of their own. */
  besideSpaces: 0.2,
  /** Letters with more between all of them are spaced out. */
  spacedOut: 0.1,
} as const;

/** For each glyph of a line, whether a space comes before it: one that the file has, or a gap. Letters that are spaced out are a word. */
export function findSpaces(line: readonly PlacedGlyph[]): boolean[] {
  const edges = edgesOf(line);
  const gaps = line.map((placed, index) => {
    const before = line[index - 1];
    if (!before) return 0;
    const size = Math.max(placed.glyph.size, before.glyph.size);
    if (isOnLetter(placed.glyph)) return 0;
    const [one, other] = [edges[index - 1] as Edges, edges[index] as Edges];
    if (placed.x !== before.x || placed.right !== before.right) {
      // A mark ends inside of the letter that it is on.
      const [x, right] = isOnLetter(before.glyph)
        ? [Math.min(before.x, one.x), Math.max(before.right, one.right)]
        : [before.x, before.right];
      return Math.max(placed.x - right, x - placed.right) / size;
    }
    return (other.x >= one.x ? other.x - one.right : one.x - other.right) / size;
  });
  const spaced = spacedOutBreak(line, gaps);
  if (spaced !== null) return gaps.map((gap, index) => index > 0 && gap > spaced);
  const least = writesSpaces(line, gaps) ? GAP.besideSpaces : GAP.space;
  return line.map(({ glyph, spaceBefore }, index) => {
    if (index === 0) return false;
    const before = line[index - 1]?.glyph as Glyph;
    if (isWrittenWithoutSpaces(glyph.text) && isWrittenWithoutSpaces(before.text))
      return spaceBefore && (gaps[index] as number) > 0.1;
    return spaceBefore || (gaps[index] as number) > least;
  });
}

/** The left and right edge of a letter and of the marks before this one that stand on it. */
interface Edges {
  x: number;
  right: number;
}

/** Whether a glyph is a mark on its letter. One that takes room stands beside it, or is a letter with a wrong character. */
function isOnLetter({ text, width, size }: Glyph): boolean {
  return /^\p{M}/u.test(text) && width < 0.2 * size;
}

function edgesOf(line: readonly PlacedGlyph[]): Edges[] {
  let edges: Edges = { x: 0, right: 0 };
  return line.map(({ glyph }, index) => {
    const own = { x: glyph.x, right: glyph.x + glyph.width };
    edges =
      index > 0 && isOnLetter(glyph)
        ? { x: Math.min(edges.x, own.x), right: Math.max(edges.right, own.right) }
        : own;
    return edges;
  });
}

/** How far letters of an alphabet that are listed are from one another, in code points. */
const LISTED = 40;

/** Whether letters are a list, not a word: most follow the one before in the alphabet, or are the same one with another accent. */
function isAlphabet(line: readonly PlacedGlyph[]): boolean {
  const letters = line.map(({ glyph }) => glyph.text.normalize("NFD").toLowerCase().codePointAt(0) ?? 0);
  const following = letters.filter((letter, index) => {
    const distance = letter - (letters[index - 1] ?? Number.POSITIVE_INFINITY);
    return distance >= 0 && distance <= LISTED;
  });
  return following.length > 0.75 * (letters.length - 1);
}

/** Signs that French keeps apart from their text by a space that is written even where those between words are only gaps. */
const APART = /^[«»‹›:;?!]$/u;

/** Whether a line writes the spaces between its words, so that a gap without one is most likely none. */
function writesSpaces(line: readonly PlacedGlyph[], gaps: readonly number[]): boolean {
  let written = 0;
  let gapsOnly = 0;
  line.forEach(({ glyph, spaceBefore }, index) => {
    const before = line[index - 1]?.glyph.text ?? "";
    if (!spaceBefore) gapsOnly += (gaps[index] as number) > GAP.space ? 1 : 0;
    else if (!APART.test(glyph.text) && !APART.test(before)) written += 1;
  });
  return written > line.length / 20 && written >= gapsOnly;
}

/** In a line of letters that are spaced out, the gap beyond which a word ends; null for other lines. */
function spacedOutBreak(line: readonly PlacedGlyph[], gaps: readonly number[]): number | null {
  if (line.length < 5) return null;
  const own = line.filter(({ spaceBefore }) => spaceBefore).length;
  const letters = line.filter(({ glyph }) => /^\p{L}$/u.test(glyph.text)).length;
  const others = line.filter(({ glyph }) => /^[\p{P}\p{Nd}]$/u.test(glyph.text)).length;
  // Figures with a space between them are several.
  if (
    own > 0.3 * line.length
      ? letters < 0.9 * line.length
      : letters < 0.4 * line.length || letters + others < line.length
  )
    return null;
  if (own > 0.3 * line.length && isAlphabet(line)) return null;
  const between = gaps.slice(1).sort((a, b) => a - b);
  const least = between[Math.floor(between.length * 0.1)] as number;
  const usual = between[Math.floor(between.length * 0.4)] as number;
  if (least < GAP.spacedOut || usual > 0.6) return null;
  // Single letters with a space between them are a list unless they make a word.
  if (
    own > 0.6 * line.length &&
    line.length < 8 &&
    !/[aeiouäöüyаеиоуыэюяאויαειουη]/iu.test(line.map((each) => each.glyph.text).join(""))
  )
    return null;
  return usual * 1.4 + 0.08;
}
