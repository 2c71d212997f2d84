import { expect, test } from "vitest";
import { reportClaim } from "@/lib/testing/reports/small-report";
import { headlineLanguageOf, headlineOf } from "./headline-of";

const statement = "Taxes rose by half.";

test.each([
  ["a claim that is wrong", "false", "en", "taxes rose", statement],
  ["a wording that was altered", "altered", "en", "taxes “rose”\nby half", "“taxes ‘rose’ by half”"],
  ["a long wording that was altered", "altered", "en", "taxes ".repeat(40), statement],
  ["one in German", "altered", "de", "Steuern „stiegen“ um", "„Steuern ‚stiegen‘ um“"],
  ["one in Spanish", "altered", "es-MX", "los «impuestos» subieron", "«los “impuestos” subieron»"],
  ["one in French", "altered", "fr", "les «\u00a0impôts\u00a0» ont", "«\u00a0les “impôts” ont\u00a0»"],
  ["one in Arabic", "altered", "ar", "ارتفعت «الضرائب»", "«ارتفعت ‹الضرائب›»"],
  ["one in Chinese", "altered", "zh", "税收“上涨”", "“税收‘上涨’”"],
  ["one in Japanese", "altered", "ja", "「税」は", "「『税』は」"],
  ["one in Swedish, with one mark for both", "altered", "sv", "”skatten” steg", "”’skatten’ steg”"],
])("%s", (_, ratingKey, language, quote, expected) => {
  const claim = reportClaim({ ratingKey, quote, statement });
  const report = { article: { language } };
  expect(headlineOf(report, claim)).toBe(expected);
  expect(headlineLanguageOf(report, claim)).toBe(expected === statement ? undefined : language);
});
