import { isBlock, styleOf, textLengthOf } from "./text-around";

/** Classes by which style sheets hide text that only screen readers read. */
const FOR_SCREEN_READERS = [
  "sr-only",
  "sronly",
  "sr_only",
  "visually-hidden",
  "visuallyhidden",
  "visually-hidden-focusable",
  "u-visually-hidden",
  "is-visually-hidden",
  "u-hidden-visually",
  "hidden-visually",
  "visuallyHidden",
  "screen-reader-text",
  "screen-reader-only",
  "screenreader-only",
  "screenreader",
  "screen-reader",
  "element-invisible",
  "assistive-text",
  "a11y-hidden",
  "a11y-only",
  "accessibly-hidden",
  "accessibility-hidden",
  "cdk-visually-hidden",
  "off-screen",
  "offscreen",
].map((name) => `.${name}`);
const STYLED = '[style*="clip"],[style*="-9"],[style*="font-size"],[style*="mso-hide"],[style*="1px"]';
const NOT_SHOWN = '[hidden],[style*="display"],[style*="visibility"],[style*="mso-hide"]';
/** Parts of pages that open over the text or beside it. */
const OVERLAY =
  /modal|popup|pop-up|dialog|menu|drawer|overlay|tooltip|banner|cookie|consent|toast|nav|share|social/i;
const ARTICLE = "article,main,[role=main],[itemprop=articleBody]";
const MORE =
  /\b(?:read|show|see|view|load)\s+(?:more|full|all|the (?:full|rest))|continue reading|expand|weiterlesen|mehr (?:lesen|anzeigen)|lire la suite|afficher plus|leer más|ver más|seguir leyendo|continua a leggere|leggi (?:tutto|di più)|lees meer|читать (?:далее|дальше|полностью)|続きを読む/i;
/** The start of a hidden passage that a note quotes. */
const QUOTED_LENGTH = 60;

/**
 * Makes the text of a page what a reader sees: removes what is hidden or only for screen readers, and shows what is only hidden from
 * screen readers, or folded away until someone asks for more.
 * @returns notes on passages that were left out
 */
export function tidyHiddenText(body: Element): string[] {
  showSeenText(body);
  const total = textLengthOf(body);
  const leftOut: string[] = [];
  for (const element of [...body.querySelectorAll(NOT_SHOWN)]) {
    if (!isHidden(element) || !isInside(element, body)) continue;
    const text = element.textContent?.replace(/\s+/g, " ").trim() ?? "";
    if (text === "") continue;
    if (isFoldedAway(element, body) || isMostOf(element, textLengthOf(element), total)) {
      show(element);
      continue;
    }
    const isPassage = hasSentences(element) && isPartOfArticle(element, body);
    if (isPassage) leftOut.push(text);
    element.remove();
  }
  for (const element of [...body.querySelectorAll(`${FOR_SCREEN_READERS.join(",")},${STYLED}`)])
    if (isInside(element, body) && isForScreenReaders(element) && !isOnlyForm(element)) element.remove();
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
    (element.hasAttribute("hidden") && element.getAttribute("hidden") !== "until-found") ||
    /^none\b/.test(styleOf(element, "display")) ||
    /^(?:hidden|collapse)\b/.test(styleOf(element, "visibility")) ||
    /^all\b/.test(styleOf(element, "mso-hide"))
  );
}

function show(element: Element): void {
  element.removeAttribute("hidden");
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

/** Whether an element opens by a button that offers more of the text. */
function isFoldedAway(element: Element, body: Element): boolean {
  if (!hasSentences(element)) return false;
  const id = element.getAttribute("id") ?? "";
  if (/^[\w:.-]+$/.test(id)) {
    const opener = body.querySelector(
      `[aria-controls="${id}"],[data-target="#${id}"],[data-bs-target="#${id}"],a[href="#${id}"]`,
    );
    if (opener && MORE.test(`${opener.textContent} ${opener.getAttribute("aria-label")}`)) return true;
  }
  return [element.previousElementSibling, element.nextElementSibling].some(
    (beside) =>
      beside &&
      (beside.textContent?.length ?? 0) < 60 &&
      MORE.test(beside.textContent ?? "") &&
      (beside.matches("button,[role=button],[aria-expanded]") ||
        beside.querySelector("button,[role=button],[aria-expanded]") !== null),
  );
}

function isPartOfArticle(element: Element, body: Element): boolean {
  if (OVERLAY.test(`${element.className} ${element.id} ${element.getAttribute("role")}`)) return false;
  if (element.closest("nav,footer,aside,form,dialog,[aria-modal]")) return false;
  // A passage from the clipboard has no such element.
  return element.closest(ARTICLE) !== null || body.querySelector(ARTICLE) === null;
}

/** Text that is only hidden from screen readers is seen. */
function showSeenText(body: Element): void {
  for (const element of [...body.querySelectorAll('[aria-hidden="true"]')]) {
    if (!/[\p{L}\p{N}]/u.test(element.textContent ?? "") || isHidden(element)) continue;
    if (element.matches("svg,i,button,input") || element.closest("button,nav,svg")) continue;
    if (
      OVERLAY.test(`${element.className} ${element.id}`) ||
      /icon|quote-?mark|arrow/i.test(element.className)
    )
      continue;
    const line = element.parentElement?.closest("p,li,td,th,dd,dt,blockquote,figcaption,h1,h2,h3,h4,h5,h6");
    const isInLine = !isBlock(element) && line && body.contains(line);
    const isInArticle = element.closest(ARTICLE) && hasSentences(element);
    if (isInLine || isInArticle || !body.querySelector(ARTICLE)) element.removeAttribute("aria-hidden");
  }
}

function isForScreenReaders(element: Element): boolean {
  if (FOR_SCREEN_READERS.some((selector) => element.classList.contains(selector.slice(1)))) return true;
  const clip = `${styleOf(element, "clip")} ${styleOf(element, "clip-path")}`;
  if (/rect\((?:\s*[01](?:px)?\s*,?){4}\)|inset\((?:50|100)%/.test(clip)) return true;
  if (/^0(?:px|em|pt|%)?$/.test(styleOf(element, "font-size"))) return true;
  const isMoved = ["left", "right", "top", "text-indent", "margin-left"].some((name) =>
    /^-\d{4,}(?:px|em|rem|pt)?|^-9{3}(?:em|rem)/.test(styleOf(element, name)),
  );
  if (isMoved) return true;
  return (
    /^[01]px/.test(styleOf(element, "width")) &&
    /^[01]px/.test(styleOf(element, "height")) &&
    styleOf(element, "overflow") === "hidden"
  );
}

/** Whether nothing else in the line, the cell or the page says what the text says: an icon, or nothing at all. */
function isOnlyForm(element: Element): boolean {
  const line = element.parentElement?.closest("p,li,td,th,dd,dt,figcaption,body");
  if (!line) return false;
  const own = lengthWithoutSpaces(element);
  if (line.localName === "body") return own > 0.5 * lengthWithoutSpaces(line);
  return lengthWithoutSpaces(line) <= own;
}

function lengthWithoutSpaces(element: Element): number {
  return (element.textContent ?? "").replace(/\s+/g, "").length;
}
