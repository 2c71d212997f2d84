import { textAfter, textBefore } from "./text-around";

/** Quotation marks by language: outer and inner pair. Languages that are not listed use the English ones. From the Unicode CLDR. */
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
const MAX_LEVELS = 8;
const OPENING = /^\s*["'“”„«»‹›‘’‚「『]/u;
const BEFORE = /["“”„«»‹›‘‚「『]\s?$/u;
const AFTER = /^\s?["“”«»‹›’」』]/u;

/**
 * Gives `q` the quotation marks that browsers draw: those of the language around it, alternating inside each other; none where the page
 * has typed them. @param language the page's
 */
export function tidyQuotations(body: Element, language: string): void {
  // Outermost first, so that a pair inside another knows its depth.
  for (const quotation of [...body.querySelectorAll("q")]) {
    const depth = depthOf(quotation);
    // Nobody quotes deeper, and each level reads its text.
    if (depth > MAX_LEVELS) continue;
    const text = quotation.textContent ?? "";
    if (!text.trim()) continue;
    const isTyped =
      (BEFORE.test(textBefore(quotation)) && AFTER.test(textAfter(quotation)) && depth === 0) ||
      (OPENING.test(text) && /["'“”«»‹›‘’」』]\s*$/u.test(text) && quotation.querySelector("q") === null);
    if (isTyped) continue;
    const around = quotation.parentElement?.closest("[lang]")?.getAttribute("lang") || language;
    const marks = [...marksOf(around)];
    const [open = "", close = ""] = depth % 2 === 0 ? marks.slice(0, 2) : marks.slice(2);
    const space = /^fr(?!-ch)/i.test(around) && open === "«" ? "\u00a0" : "";
    quotation.prepend(`${open}${space}`);
    quotation.append(`${space}${close}`);
  }
  for (const quotation of [...body.querySelectorAll("q")]) quotation.replaceWith(...quotation.childNodes);
}

function depthOf(quotation: Element): number {
  let depth = 0;
  for (
    let around = quotation.parentElement?.closest("q");
    around && depth <= MAX_LEVELS;
    around = around.parentElement?.closest("q")
  )
    depth++;
  return depth;
}

function marksOf(language: string): string {
  const parts = language.toLowerCase().split("-");
  const region = MARKS[parts.slice(0, 2).join("-")];
  return region ?? MARKS[parts[0] ?? ""] ?? (MARKS.en as string);
}
