import type { Glyph } from "./read-glyphs";

/** A point or vowel sign of a script that is read from right to left. */
const MARK =
  /^(?=\p{M})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Inherited}]+$/u;
const LETTER =
  /^(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u0640]/u;
/** The signs that make a letter of their own with their letter: madda and hamza. */
const WITH_HAMZA = /\p{L}[\u0653-\u0655]/gu;
/** How far the origin of a mark can be from its letter, in sizes of the text. */
const REACH = 0.6;

/**
 * Joins the marks of right-to-left letters with their letters. A mark takes no room, and its origin can be beside its letter, so that the order of
 * drawing decides: marks come before their letter where a line is drawn from left to right, and behind it where it is drawn from right to left.
 * Marks that are drawn apart from letters stay.
 * @param glyphs in the order in which they are drawn
 */
export function attachMarks(glyphs: readonly Glyph[]): Glyph[] {
  if (!glyphs.some(({ text }) => MARK.test(text))) return [...glyphs];
  const attached: Glyph[] = [];
  for (let index = 0; index < glyphs.length; ) {
    const glyph = glyphs[index] as Glyph;
    let end = index;
    while (end < glyphs.length && MARK.test(glyphs[end]?.text ?? "")) end += 1;
    if (end === index) {
      attached.push(glyph);
      index += 1;
      continue;
    }
    const marks = glyphs.slice(index, end);
    const before = attached.at(-1);
    const next = glyphs[end];
    const letter = letterOf(marks, before, next);
    if (letter === null) attached.push(...marks);
    else if (letter === before) attached[attached.length - 1] = withMarks(before, marks);
    // From the right, as they are read.
    else attached.push(withMarks(letter, marks.toReversed()));
    index = letter !== null && letter === next ? end + 1 : end;
  }
  return attached;
}

/** Which of the letters that are drawn before and after some marks is theirs. */
function letterOf(marks: readonly Glyph[], before: Glyph | undefined, next: Glyph | undefined): Glyph | null {
  const first = before && isNear(before, marks) ? before : null;
  const second = next && isNear(next, marks) ? next : null;
  if (!first || !second) return first ?? second;
  return second.x < first.x ? first : second;
}

function isNear(letter: Glyph, marks: readonly Glyph[]): boolean {
  return (
    LETTER.test(letter.text) &&
    marks.every(
      ({ x, y, width }) =>
        width <= 0.3 * letter.size &&
        Math.abs(y - letter.y) <= 0.8 * letter.size &&
        x >= letter.x - REACH * letter.size &&
        x <= letter.x + letter.width + REACH * letter.size,
    )
  );
}

function withMarks(letter: Glyph, marks: readonly Glyph[]): Glyph {
  const text = letter.text + marks.map((mark) => mark.text).join("");
  return { ...letter, text: text.replace(WITH_HAMZA, (letters) => letters.normalize("NFC")) };
}
