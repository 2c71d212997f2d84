import { quotationMarks } from "../quotation-marks";
import { textAfter, textBefore } from "./text-around";

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
    const { outer, inner } = quotationMarks(around);
    const [open, close] = depth % 2 === 0 ? outer : inner;
    quotation.prepend(open);
    quotation.append(close);
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
