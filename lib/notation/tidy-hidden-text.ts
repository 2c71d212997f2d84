import { isBlock, styleOf, textLengthOf } from "./text-around";
import { removeUnseenText } from "./unseen-text";

const NOT_SHOWN = '[hidden],[popover],[style*="display"],[style*="visibility"],[style*="mso-hide"]';
/** Parts of pages that open over the text or beside it. */
const OVERLAY =
  /modal|popup|pop-up|dialog|menu|drawer|overlay|tooltip|banner|cookie|consent|toast|nav|share|social/i;
const ARTICLE = "article,main,[role=main],[itemprop=articleBody]";
const MORE =
  /\b(?:read|show|see|view|load)\s+(?:more|full|all|the (?:full|rest))|continue reading|expand|weiterlesen|mehr (?:lesen|anzeigen)|lire la suite|afficher plus|leer más|ver más|seguir leyendo|continua a leggere|leggi (?:tutto|di più)|lees meer|читать (?:далее|дальше|полностью)|続きを読む/i;
/** Letters, figures and the signs of a rating. */
const SEEN = /[\p{L}\p{N}★☆●○✓✔✗✘]/u;
/** The start of a hidden passage that a note quotes. */
const QUOTED_LENGTH = 60;

/**
 * Makes the text of a page what a reader sees: removes what is hidden or only for screen readers, and shows what is only hidden from
 * screen readers, or folded away until someone asks for more.
 * @returns notes on passages that were left out
 */
export function tidyHiddenText(body: Element): string[] {
  const hasArticle = body.querySelector(ARTICLE) !== null;
  showSeenText(body, hasArticle);
  const openers = openersOf(body);
  const total = textLengthOf(body);
  const leftOut: string[] = [];
  for (const element of [...body.querySelectorAll(NOT_SHOWN)]) {
    if (!isHidden(element) || !isInside(element, body)) continue;
    const text = element.textContent?.replace(/\s+/g, " ").trim() ?? "";
    if (text === "") continue;
    if (isFoldedAway(element, openers) || isMostOf(element, textLengthOf(element), total)) {
      show(element);
      continue;
    }
    const isPassage = hasSentences(element) && isPartOfArticle(element, hasArticle);
    if (isPassage) leftOut.push(text);
    element.remove();
  }
  removeUnseenText(body);
  return leftOut.map(
    (text) =>
      `A hidden passage was left out: “${text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH).trimEnd()}…` : text}”`,
  );
}

function isInside(element: Element, body: Element): boolean {
  return element !== body && body.contains(element);
}

function isHidden(element: Element): boolean {
  return (
    (element.hasAttribute("hidden") && element.getAttribute("hidden")?.toLowerCase() !== "until-found") ||
    // A browser shows it only when a button opens it.
    element.hasAttribute("popover") ||
    /^hidden\b/.test(styleOf(element, "content-visibility")) ||
    /^none\b/.test(styleOf(element, "display")) ||
    /^(?:hidden|collapse)\b/.test(styleOf(element, "visibility")) ||
    /^all\b/.test(styleOf(element, "mso-hide"))
  );
}

function show(element: Element): void {
  element.removeAttribute("hidden");
  element.removeAttribute("popover");
  element.removeAttribute("aria-hidden");
  element.removeAttribute("style");
}

/** Whether a page holds no other text worth the name: it is shown by a script. */
function isMostOf(element: Element, length: number, total: number): boolean {
  return length > 0.5 * total && longParagraphs(element) >= 3 && !element.closest("nav,footer,dialog");
}

function longParagraphs(element: Element): number {
  return [...element.querySelectorAll("p")].filter((line) => (line.textContent?.trim().length ?? 0) > 80)
    .length;
}

function hasSentences(element: Element): boolean {
  const text = element.textContent?.trim() ?? "";
  return text.length > 80 && /[.!?。！？؟]/u.test(text);
}

/** Ids of the elements that a button or a link opens to show more of the text. */
function openersOf(body: Element): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const opener of body.querySelectorAll(
    '[aria-controls],[data-target],[data-bs-target],[popovertarget],a[href^="#"]',
  ))
    if (MORE.test(`${opener.textContent} ${opener.getAttribute("aria-label")}`))
      for (const name of ["aria-controls", "data-target", "data-bs-target", "popovertarget", "href"])
        for (const id of (opener.getAttribute(name) ?? "").split(/\s+/)) ids.add(id.replace(/^#/, ""));
  return ids;
}

/** Whether an element opens by a button that offers more of the text. */
function isFoldedAway(element: Element, openers: ReadonlySet<string>): boolean {
  if (!hasSentences(element)) return false;
  if (openers.has(element.getAttribute("id") || "#")) return true;
  return [element.previousElementSibling, element.nextElementSibling].some(
    (beside) =>
      beside &&
      (beside.textContent?.length ?? 0) < 60 &&
      MORE.test(beside.textContent ?? "") &&
      (beside.matches("button,[role=button],[aria-expanded]") ||
        beside.querySelector("button,[role=button],[aria-expanded]") !== null),
  );
}

function isPartOfArticle(element: Element, hasArticle: boolean): boolean {
  if (OVERLAY.test(`${element.className} ${element.id} ${element.getAttribute("role")}`)) return false;
  if (element.closest("nav,footer,aside,form,dialog,[aria-modal]")) return false;
  // A passage from the clipboard has no such element.
  return element.closest(ARTICLE) !== null || !hasArticle;
}

/** Text that is only hidden from screen readers is seen. */
function showSeenText(body: Element, hasArticle: boolean): void {
  for (const element of [...body.querySelectorAll('[aria-hidden="true"]')]) {
    if (!SEEN.test(element.textContent ?? "") || isHidden(element)) continue;
    if (element.matches("svg,i,button,input") || element.closest("button,nav,svg")) continue;
    if (
      OVERLAY.test(`${element.className} ${element.id}`) ||
      /icon|quote-?mark|arrow/i.test(element.className)
    )
      continue;
    const line = element.parentElement?.closest("p,li,td,th,dd,dt,blockquote,figcaption,h1,h2,h3,h4,h5,h6");
    const isInLine = !isBlock(element) && line && body.contains(line);
    const isInArticle = element.closest(ARTICLE) && hasSentences(element);
    if (isInLine || isInArticle || !hasArticle) element.removeAttribute("aria-hidden");
  }
}
