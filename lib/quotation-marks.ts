/** What opens a quotation and what closes it, with the space inside where a language has one. */
export type QuotationPair = readonly [open: string, close: string];

/** Outer and inner pair by language. Languages that are not listed use the English ones. From the Unicode CLDR. */
const MARKS: Readonly<Record<string, string>> = {
  en: "“”‘’",
  de: "„“‚‘",
  "de-ch": "«»‹›",
  "de-li": "«»‹›",
  fr: "«»“”",
  "fr-ch": "«»‹›",
  es: "«»“”",
  ca: "«»“”",
  pt: "“”‘’",
  "pt-pt": "«»“”",
  it: "«»“”",
  ru: "«»„“",
  uk: "«»„“",
  be: "«»„“",
  bg: "„“’’",
  pl: "„”«»",
  cs: "„“‚‘",
  sk: "„“‚‘",
  sl: "„“‚‘",
  hr: "„”‚’",
  sr: "„”’’",
  ro: "„”«»",
  hu: "„”»«",
  et: "„“‚‘",
  lt: "„“„“",
  lv: "«»„“",
  is: "„“‚‘",
  sv: "””’’",
  fi: "””’’",
  da: "”“’‘",
  nb: "«»‘’",
  no: "«»‘’",
  nn: "«»‘’",
  el: "«»“”",
  sq: "«»“”",
  fa: "«»‹›",
  ar: "”“’‘",
  he: "””’’",
  ja: "「」『』",
  "zh-tw": "「」『』",
  "zh-hk": "「」『』",
  "zh-hant": "「」『』",
};

/**
 * The quotation marks of a language, as browsers draw them: those around a quotation, and those of one inside it.
 * @param language BCP 47
 */
export function quotationMarks(language: string): { outer: QuotationPair; inner: QuotationPair } {
  const parts = language.toLowerCase().split("-");
  const marks = MARKS[parts.slice(0, 2).join("-")] ?? MARKS[parts[0] ?? ""] ?? (MARKS.en as string);
  const [open = "", close = "", innerOpen = "", innerClose = ""] = marks;
  const outer: QuotationPair = /^fr(?!-ch)/i.test(language)
    ? [`${open}\u00a0`, `\u00a0${close}`]
    : [open, close];
  return { outer, inner: [innerOpen, innerClose] };
}
