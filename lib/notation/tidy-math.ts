import { linearMath } from "./linear-math";
import { textAfter, textBefore } from "./text-around";

/** What pages with MathJax, KaTeX or MediaWiki put around a formula: the same formula drawn, and again for screen readers. */
const RENDERED =
  ".katex,.MathJax,.MathJax_Display,.MathJax_SVG,.MathJax_CHTML,.MathJax_SVG_Display,.MJXc-display,mjx-container,.mwe-math-element";
/** Longer formulas are data, and become their plain text. */
const MAX_FORMULA_LENGTH = 20_000;

/** Replaces formulas by lines of text, each once. */
export function tidyMath(body: Element): void {
  for (const preview of body.querySelectorAll(".MathJax_Preview,.MathJax_Processing")) preview.remove();
  for (const around of [...body.querySelectorAll(RENDERED)]) {
    if (!around.parentNode || around.parentElement?.closest(RENDERED)) continue;
    const math = around.querySelector("math");
    if (math) around.replaceWith(math);
  }
  for (const math of [...body.querySelectorAll("math")]) {
    if (math.parentElement?.closest("math")) continue;
    replaceFormula(math);
  }
}

function replaceFormula(math: Element): void {
  // MathML that has drawn forms beside it, hidden or not.
  const image = math.nextElementSibling;
  if (image && /mwe-math-fallback/.test(image.getAttribute("class") ?? "")) image.remove();
  for (const element of math.querySelectorAll("script,style,annotation,annotation-xml")) element.remove();
  const plain = math.textContent ?? "";
  const text =
    plain.length > MAX_FORMULA_LENGTH ? plain.replace(/\s+/g, " ").trim() : linearMath(math) || altText(math);
  const isWord = /[\p{L}\p{N}]/u;
  const before = isWord.test([...textBefore(math)].at(-1) ?? "") && isWord.test(text[0] ?? "") ? " " : "";
  const after = isWord.test([...textAfter(math)][0] ?? "") && isWord.test(text.at(-1) ?? "") ? " " : "";
  math.replaceWith(before + text + after);
}

function altText(math: Element): string {
  return math.getAttribute("alttext")?.trim() ?? "";
}
