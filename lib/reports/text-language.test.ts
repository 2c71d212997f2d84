import { expect, test } from "vitest";
import { documentLanguage, isolated, ownLanguage, textLanguage } from "./text-language";

test.each<[string, string, string | undefined, string]>([
  ["English, of unknown language", "Taxes rose.", undefined, "- ltr"],
  ["English in an English article", "Taxes rose.", "en-GB", "en-GB ltr"],
  ["English in an Arabic article", "Taxes rose.", "ar", "- ltr"],
  ["Arabic", "ارتفعت الضرائب", undefined, "ar rtl"],
  ["Arabic in an English article", "ارتفعت الضرائب", "en", "ar rtl"],
  ["Arabic in an Arabic article", "ارتفعت الضرائب", "ar-EG", "ar-EG rtl"],
  ["Persian, by letters that Arabic does not have", "مالیات افزایش یافت", undefined, "und-Arab rtl"],
  ["Persian in a Persian article", "مالیات افزایش یافت", "fa", "fa rtl"],
  ["Arabic with an English name in front", "Reuters: ارتفعت الضرائب في العام الماضي", undefined, "ar rtl"],
  ["Hebrew", "המסים עלו", undefined, "he rtl"],
  ["Greek", "Οι φόροι αυξήθηκαν", undefined, "el ltr"],
  ["Russian or another language in its letters", "Налоги выросли", undefined, "und-Cyrl ltr"],
  ["Russian in a Russian article", "Налоги выросли", "ru", "ru ltr"],
  ["Japanese", "税金が上がった", undefined, "ja ltr"],
  ["Japanese without kana in a Japanese article", "税制改正", "ja", "ja ltr"],
  ["Chinese", "税收上升", undefined, "zh ltr"],
  ["Chinese in a Chinese article", "税收上升", "zh-Hant-TW", "zh-Hant-TW ltr"],
  ["Korean", "세금이 올랐다", undefined, "ko ltr"],
  ["Thai", "ภาษีเพิ่มขึ้น", undefined, "th ltr"],
  ["numbers", "2024", undefined, "- ltr"],
  ["numbers in an Arabic article", "2024", "ar", "ar rtl"],
  ["nothing", "", undefined, "- ltr"],
  ["English in an article without a valid language", "Taxes rose.", "no language", "- ltr"],
])("%s", (_, text, known, expected) => {
  const { lang = "-", dir } = textLanguage(text, known);
  expect(`${lang} ${dir}`).toBe(expected);
});

test.each([
  ["en", { lang: "en" }],
  ["ar", { lang: "ar", dir: "rtl" }],
])("a document in %s", (language, attributes) => {
  expect(documentLanguage(language)).toEqual(attributes);
});

test.each<[string, string, string | undefined, object]>([
  ["English in English", "Taxes rose.", undefined, {}],
  ["English of an English article in English", "Taxes rose.", "en", {}],
  ["British English in English", "Taxes rose.", "en-GB", { lang: "en-GB" }],
  ["German of a German article in English", "Steuern stiegen.", "de", { lang: "de" }],
  ["Arabic in English", "ارتفعت الضرائب", undefined, { lang: "ar", dir: "rtl" }],
  ["a number of an Arabic article in English", "2024", "ar", { lang: "ar", dir: "rtl" }],
])("%s is marked where it differs", (_, text, known, attributes) => {
  expect(ownLanguage(text, "en", known)).toEqual(attributes);
});

test.each<[string, string, string, string]>([
  ["an English name in an English sentence", "Ida", "en", "Ida"],
  ["an Arabic one", "محمد", "en", "\u2067محمد\u2069"],
  ["an English one that ends in Arabic", "Ida Smith (محمد)", "en", "\u2066Ida Smith (محمد)\u2069"],
  ["an Arabic one in an Arabic sentence", "محمد", "ar", "محمد"],
  ["an English one in an Arabic sentence", "Ida", "ar", "\u2066Ida\u2069"],
  ["a number", "12 %", "ar", "12 %"],
])("%s is isolated if it has to be", (_, text, language, expected) => {
  expect(isolated(text, language)).toBe(expected);
});
