import { expect, test } from "vitest";
import { isolated } from "../text-language";
import { languagePieces } from "./language-pieces";

/** "By [zh: 王小明], 17 May 2024": what is marked is in brackets. */
const marked = (text: string, around: string, known?: string) =>
  languagePieces(text, around, known)
    .map((piece) =>
      typeof piece === "string"
        ? piece
        : `[${[piece.lang, piece.dir].filter(Boolean).join(" ")}: ${piece.text}]`,
    )
    .join("")
    .replace(/[\u2066-\u2069]/g, "");

test.each<[string, string, string, string | undefined, string]>([
  ["no other letters", "By Ida, 17 May 2024", "en", undefined, "By Ida, 17 May 2024"],
  ["nothing", "", "en", undefined, ""],
  ["a Chinese name", "By 王小明, 17 May 2024", "en", undefined, "By [zh: 王小明], 17 May 2024"],
  ["in a Chinese article", "By 王小明", "en", "zh-Hant", "By [zh-Hant: 王小明]"],
  ["a name of two words", "By Κώστας Σημίτης.", "en", undefined, "By [el: Κώστας Σημίτης]."],
  ["Japanese in two scripts", "By 東京 ニュース", "en", undefined, "By [ja: 東京 ニュース]"],
  ["two languages", "王, Δημοκρατία", "en", undefined, "[zh: 王], [el: Δημοκρατία]"],
  ["a Hebrew name", `By ${isolated("דוד לוי", "en")}, 2024`, "en", undefined, "By [he rtl: דוד לוי], 2024"],
  [
    "a value with a name in other letters stays in one piece",
    `Was “${isolated("تضاعفت التجارة (Reuters)", "en")}”.`,
    "en",
    undefined,
    "Was “[ar rtl: تضاعفت التجارة (Reuters)]”.",
  ],
  [
    "two values",
    `${isolated("دبي", "en")}, ${isolated("חיפה", "en")}`,
    "en",
    undefined,
    "[ar rtl: دبي], [he rtl: חיפה]",
  ],
  ["accents are parts of letters", "By Ё\u0301лка", "en", undefined, "By [und-Cyrl: Ё\u0301лка]"],
  ["a Latin name in an Arabic line", `من ${isolated("Ida", "ar")}`, "ar", undefined, "من [ltr: Ida]"],
])("%s", (_, text, around, known, expected) => {
  expect(marked(text, around, known)).toBe(expected);
  const pieces = languagePieces(text, around, known);
  expect(pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("")).toBe(text);
});
