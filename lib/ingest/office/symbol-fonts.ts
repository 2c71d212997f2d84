import { codePoint } from "dingbat-to-unicode";

/** The fonts whose characters are symbols, whatever their codes are. */
const SYMBOL_FONT = /^(?:symbol|wingdings(?: [23])?|webdings|zapf ?dingbats|itc zapf dingbats)$/i;

/** Arrows and ticks of Wingdings that Word types by itself, as characters that every font has. */
const COMMON_WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0xdf, "←"],
  [0xe0, "→"],
  [0xe1, "↑"],
  [0xe2, "↓"],
  [0xe7, "⬅"],
  [0xe8, "➔"],
  [0xf0, "⇨"],
  [0xfb, "✗"],
  [0xfc, "✓"],
  [0xfd, "☒"],
  [0xfe, "☑"],
]);

/** Whether a font has symbols where others have letters. */
export function isSymbolFont(font: string | null): font is string {
  return font !== null && SYMBOL_FONT.test(font);
}

/**
 * The Unicode character of a symbol.
 * @param code as the file has it: in a symbol font often from U+F000 on
 * @returns null if there is none or it is not known
 */
export function symbolOf(font: string, code: number): string | null {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (isSymbolFont(font)) {
    if (own === 0x20 || (own === 0xa0 && !/^symbol$/i.test(font))) return " ";
    const common = /^wingdings$/i.test(font) ? COMMON_WINGDINGS.get(own) : undefined;
    if (common) return common;
    const name = /zapf/i.test(font)
      ? "Zapf Dingbats"
      : font.replace(/\b[a-z]/gi, (letter) => letter.toUpperCase());
    return codePoint(name, own)?.string ?? null;
  }
  // The private use area means something in its own font only.
  return isPrivate(code) || code < 0x20 || code > 0x10ffff ? null : String.fromCodePoint(code);
}

/**
 * Replaces the characters of a text that mean something in a symbol font only; those without a Unicode character become □.
 * @param font the text's own
 * @param onUnknown called for each □
 */
export function withUnicodeSymbols(text: string, font: string | null, onUnknown: () => void): string {
  const isSymbols = isSymbolFont(font);
  if (!isSymbols && !/[\ue000-\uf8ff]/.test(text)) return text;
  let shown = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const stays = code < 0x20 || (isSymbols ? code > 0xff : true);
    if (stays && !isPrivate(code)) {
      shown += character;
      continue;
    }
    const symbol = symbolOf(isSymbols ? font : "Symbol", code);
    if (symbol === null) onUnknown();
    shown += symbol ?? "□";
  }
  return shown;
}

/** Whether a character has no meaning but in its own font. */
function isPrivate(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff;
}
