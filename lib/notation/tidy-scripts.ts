import { isNoteReference, kindOfRaised, noteLabels } from "./note-references";
import { fractionOf, inScript, type Script, scriptPieces } from "./script-characters";
import { isBlock, styleOf, textAfter, textBefore, textNodesIn, unwrap } from "./text-around";

/** Longer raised text is a passage in small print. */
const MAX_SCRIPT_LENGTH = 60;
/** Signs that have characters of their own. */
const SIGNS: Readonly<Record<string, string>> = { TM: "™", SM: "℠", "®": "®", "©": "©", "(R)": "®" };

/**
 * Writes raised and lowered figures, fractions and references to notes as characters, so that "10⁹" is not "109" and "$240" with note 3
 * not "$2403". Letters keep their element, for the marks of our document.
 */
export function tidyScripts(body: Element): void {
  nameByStyle(body);
  joinFractions(body);
  const notes = noteLabels(body);
  for (const link of body.querySelectorAll("a[href]")) if (isNoteReference(link)) bracket(link);
  for (const lowered of [...body.querySelectorAll("sub")]) tidyScript(lowered, "subscript");
  for (const raised of [...body.querySelectorAll("sup")]) tidyRaised(raised, notes);
}

/** Makes elements that are raised or lowered by their style `sup` and `sub`. */
function nameByStyle(body: Element): void {
  for (const styled of [
    ...body.querySelectorAll('[style*="vertical-align"],[style*="font-variant-position"]'),
  ]) {
    const found = `${styleOf(styled, "vertical-align")} ${styleOf(styled, "font-variant-position")}`;
    const name = /\bsuper\b/.test(found) ? "sup" : /\bsub\b/.test(found) ? "sub" : null;
    if (!name || isBlock(styled) || styled.closest("sup,sub")) continue;
    const script = body.ownerDocument.createElement(name);
    script.append(...styled.childNodes);
    styled.append(script);
  }
}

const SLASH = /^\s*[/⁄∕]\s*$/u;

/** Joins `<sup>1</sup>⁄<sub>2</sub>`, in any of the forms that pages use, to one character or three. */
function joinFractions(body: Element): void {
  for (const numerator of [...body.querySelectorAll("sup,.num,.numerator")]) {
    const above = numberIn(numerator);
    if (above === null) continue;
    let slash = numerator.nextSibling;
    const isNamed = numerator.localName !== "sup";
    // A line that is drawn by the style, with a slash for screen readers or none at all.
    if (isNamed && slash?.nodeType === 3 && !slash.textContent?.trim()) slash = slash.nextSibling;
    const isSlash = slash && SLASH.test(slash.textContent ?? "");
    const denominator = isSlash ? slash?.nextSibling : isNamed ? slash : null;
    if (denominator?.nodeType === 1) {
      const below = numberIn(denominator as Element);
      const isDenominator = isNamed
        ? /\bden(?:ominator)?\b/.test((denominator as Element).className)
        : /^(?:sub|span|small)$/i.test((denominator as Element).localName);
      if (below === null || !isDenominator) continue;
      if (isSlash) slash?.remove();
      denominator.remove();
      replaceByFraction(numerator, above, below);
    } else if (slash?.nodeType === 3 && !isNamed) {
      // The denominator is plain text: ¹/2.
      const below = /^\s*[/⁄∕]\s*(\d{1,4})(?!\d)/u.exec((slash as Text).data);
      if (!below?.[1]) continue;
      (slash as Text).data = (slash as Text).data.slice(below[0].length);
      replaceByFraction(numerator, above, below[1]);
    }
  }
  // A fraction that is raised as a whole after a number: 2<sup>1/2</sup>.
  for (const raised of [...body.querySelectorAll("sup")]) {
    const [, above, below] = /^\s*(\d{1,3})\s*[/⁄∕]\s*(\d{1,3})\s*$/u.exec(raised.textContent ?? "") ?? [];
    if (above && below && /(?:\d|^|\s)$/u.test(textBefore(raised))) replaceByFraction(raised, above, below);
  }
}

function numberIn(element: Element): string | null {
  return /^\s*(\d{1,4})\s*$/.exec(element.textContent ?? "")?.[1] ?? null;
}

function replaceByFraction(element: Element, above: string, below: string): void {
  element.replaceWith(fractionOf(above, below));
}

function tidyRaised(raised: Element, notes: ReadonlySet<string>): void {
  const text = raised.textContent?.trim() ?? "";
  const sign = SIGNS[text];
  if (sign !== undefined) {
    raised.replaceWith(sign);
    return;
  }
  switch (kindOfRaised(raised, notes)) {
    case "note":
      bracket(raised);
      unwrap(raised);
      break;
    case "plain":
      unwrap(raised);
      break;
    case "raised":
      tidyScript(raised, "superscript");
  }
}

/** Puts brackets around the label of a note, and a space after it if it begins the note. */
function bracket(label: Element): void {
  const begins = textBefore(label).trim() === "";
  const after = textAfter(label);
  const text = label.textContent?.trim() ?? "";
  const page = label.ownerDocument;
  if (!/^\[.*\]$/s.test(text)) {
    const texts = textNodesIn(label).filter((node) => node.data.trim());
    const [first, last] = [texts[0], texts.at(-1)];
    if (first) first.data = first.data.replace(/^\s*\(?/u, "[");
    if (last) last.data = last.data.replace(/\)?\s*$/u, "]");
  }
  if (begins && /^[^\s.,;:)\]]/u.test(after)) label.append(page.createTextNode(" "));
}

function tidyScript(element: Element, script: Script): void {
  const text = element.textContent ?? "";
  const isPassage = text.length > MAX_SCRIPT_LENGTH || [...element.querySelectorAll("*")].some(isBlock);
  if (text.trim() === "" || isPassage) {
    unwrap(element);
    return;
  }
  const characters = inScript(text.trim(), script);
  const name = element.localName;
  const page = element.ownerDocument;
  if (characters !== null && element.children.length === 0) {
    // White space inside separates it from what follows, never from what it belongs to.
    element.replaceWith(`${characters}${/\s$/u.test(text) ? " " : ""}`);
    return;
  }
  for (const node of textNodesIn(element)) {
    if ((node.parentNode as Element | null)?.closest(name) !== element) continue;
    node.replaceWith(
      ...scriptPieces(node.data, script).map((piece) => {
        if (!piece.needsMark) return page.createTextNode(piece.text);
        const marked = page.createElement(name);
        marked.append(piece.text);
        return marked;
      }),
    );
  }
  unwrap(element);
}
