/** A font of an npm package, with the text that needs it. */
export interface ScriptFont {
  /** Its name inside the file, as Typst asks for it. */
  family: string;
  /** Text with a character that this font is for. */
  needed: RegExp;
  /** Paths below node_modules: regular, and bold where there is one. */
  files: readonly string[];
}

const NOTO_SANS: readonly [script: string, needed: RegExp][] = [
  ["Armenian", /\p{Script=Armenian}/u],
  ["Bengali", /\p{Script=Bengali}/u],
  ["Devanagari", /\p{Script=Devanagari}/u],
  ["Ethiopic", /\p{Script=Ethiopic}/u],
  ["Georgian", /\p{Script=Georgian}/u],
  ["Gujarati", /\p{Script=Gujarati}/u],
  ["Gurmukhi", /\p{Script=Gurmukhi}/u],
  ["Kannada", /\p{Script=Kannada}/u],
  ["Khmer", /\p{Script=Khmer}/u],
  ["Lao", /\p{Script=Lao}/u],
  ["Malayalam", /\p{Script=Malayalam}/u],
  ["Myanmar", /\p{Script=Myanmar}/u],
  ["Oriya", /\p{Script=Oriya}/u],
  ["Sinhala", /\p{Script=Sinhala}/u],
  ["Tamil", /\p{Script=Tamil}/u],
  ["Telugu", /\p{Script=Telugu}/u],
  ["Thaana", /\p{Script=Thaana}/u],
  ["Thai", /\p{Script=Thai}/u],
];

const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;

/**
 * The fonts for other scripts than those of Source Serif and Source Sans (Latin, Greek, Cyrillic), in order of preference: Japanese text
 * takes its Chinese characters from the Japanese font, which stands before the Chinese one and is only used where there are kana.
 */
export const SCRIPT_FONTS: readonly ScriptFont[] = [
  expo("Noto Naskh Arabic", "noto-naskh-arabic", /\p{Script=Arabic}/u),
  expo("Noto Serif Hebrew", "noto-serif-hebrew", /\p{Script=Hebrew}/u),
  ...NOTO_SANS.map(([script, needed]) =>
    expo(`Noto Sans ${script}`, `noto-sans-${script.toLowerCase()}`, needed),
  ),
  expo("Noto Serif Tibetan", "noto-serif-tibetan", /\p{Script=Tibetan}/u),
  expo("NanumGothic", "nanum-gothic", HANGUL),
  expo("BIZ UDGothic", "biz-udgothic", KANA),
  {
    family: "Noto Sans Hans",
    needed: HAN,
    files: ["Regular", "Bold"].map((cut) => `@embedpdf/fonts-sc/fonts/NotoSansHans-${cut}.otf`),
  },
  expo(
    "Noto Sans Math",
    "noto-sans-math",
    /[\u2100-\u214f\u2190-\u23ff\u27c0-\u27ef\u2900-\u2bff\u{1d400}-\u{1d7ff}]/u,
    ["400Regular"],
  ),
  expo(
    "Noto Sans Symbols",
    "noto-sans-symbols",
    /[\u20d0-\u20ff\u2190-\u27bf\u2900-\u2bff\u{1f100}-\u{1f1ff}]/u,
  ),
  expo("Noto Sans Symbols 2", "noto-sans-symbols-2", /[\u2190-\u27bf\u2900-\u2bff\u{1f000}-\u{1fbff}]/u, [
    "400Regular",
  ]),
  expo("Noto Emoji", "noto-emoji", /\p{Extended_Pictographic}/u, ["400Regular"]),
];

/** The fonts that a text needs beside Source Serif and Source Sans. Reading a font takes time and memory, so no other is opened. */
export function scriptFontsFor(text: string): readonly ScriptFont[] {
  return SCRIPT_FONTS.filter(({ needed }) => needed.test(text));
}

function expo(
  family: string,
  folder: string,
  needed: RegExp,
  cuts: readonly string[] = ["400Regular", "700Bold"],
): ScriptFont {
  const name = family.replaceAll(" ", "");
  return {
    family,
    needed,
    files: cuts.map((cut) => `@expo-google-fonts/${folder}/${cut}/${name}_${cut}.ttf`),
  };
}
