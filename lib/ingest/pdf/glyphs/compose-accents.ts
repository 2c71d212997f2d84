import type { Glyph } from "./read-glyphs";

/** Accents that are drawn over or under a letter, and the marks that they are. */
const MARKS: Readonly<Record<string, string>> = {
  "´": "\u0301",
  "`": "\u0300",
  "¨": "\u0308",
  ˆ: "\u0302",
  "^": "\u0302",
  "˜": "\u0303",
  "~": "\u0303",
  "¯": "\u0304",
  "˘": "\u0306",
  "˙": "\u0307",
  "˚": "\u030a",
  "˝": "\u030b",
  ˇ: "\u030c",
  "¸": "\u0327",
  "˛": "\u0328",
};

/** Joins accents with the letters that they are drawn over, as older typesetting programs write ü as ¨ and u. */
export function composeAccents(glyphs: readonly Glyph[]): Glyph[] {
  const composed: Glyph[] = [];
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index] as Glyph;
    const mark = MARKS[glyph.text];
    const next = glyphs[index + 1];
    const last = composed.at(-1);
    if (mark && next && isOver(glyph, next)) {
      composed.push(withMark(next, mark));
      index += 1;
    } else if (mark && last && isOver(glyph, last)) composed[composed.length - 1] = withMark(last, mark);
    else composed.push(glyph);
  }
  return composed;
}

/** Whether one of two glyphs is an accent that is drawn over the other. */
export function isAccented(one: Glyph, other: Glyph): boolean {
  return (one.text in MARKS && isOver(one, other)) || (other.text in MARKS && isOver(other, one));
}

function isOver(accent: Glyph, letter: Glyph): boolean {
  const middle = accent.x + accent.width / 2;
  return (
    /^\p{L}$/u.test(letter.text) &&
    middle > letter.x + 0.1 * letter.width &&
    middle < letter.x + 0.9 * letter.width + 0.02 * letter.size &&
    Math.abs(accent.size - letter.size) <= 0.2 * letter.size
  );
}

function withMark(letter: Glyph, mark: string): Glyph {
  const plain = letter.text === "ı" ? "i" : letter.text === "ȷ" ? "j" : letter.text;
  return { ...letter, text: (plain + mark).normalize("NFC") };
}
