import type { XmlElement } from "../office/xml-tree";

/** Equations: groups that OOXML has under the same names. */
const MATH_WORD =
  /^m(?:oMath|r|f|num|den|sSup|sSub|sSubSup|sPre|e|sup|sub|rad|deg|nary|d|func|fName|limLow|limUpp|lim|acc|bar|eqArr|m|mr|phant|box|borderBox|groupChr|[A-Za-z]+Pr|chr|begChr|endChr|sepChr|degHide|subHide|supHide|type|pos|nor|show)$/;
/** Settings, whose text is a value. */
const SETTING = /^m:(?:chr|begChr|endChr|sepChr|degHide|subHide|supHide|type|pos|nor|show)$/;

/** The element of OOXML that a control word of an equation begins; null for other words. */
export function mathElement(word: string): XmlElement | null {
  return MATH_WORD.test(word) ? { name: `m:${word.slice(1)}`, attributes: new Map(), children: [] } : null;
}

/** Adds text to an element of an equation. */
export function addMathText(element: XmlElement, text: string): void {
  if (SETTING.test(element.name)) {
    const before = element.attributes.get("m:val") ?? "";
    (element.attributes as Map<string, string>).set("m:val", (before + text).trim());
  } else if (element.name === "m:r" || element.name === "m:oMath")
    element.children.push({
      name: element.name === "m:r" ? "m:t" : "m:r",
      attributes: new Map(),
      children: element.name === "m:r" ? [text] : [{ name: "m:t", attributes: new Map(), children: [text] }],
    });
}
