import { textAfter, textBefore } from "./text-around";

/*
 * A raised "3" is an exponent after "10" and a reference to a note after "$240". What says which: a link within the page, what the
 * page calls the element, a list of notes, and what the number follows.
 */

/** "3", "3, 4", "3–5", "(3)". */
const NUMBERS = /^\(?\p{Nd}{1,4}(?:\s*[,;–-]\s*\p{Nd}{1,4})*\)?$/u;
/** "a", "iv", or numbers. */
const LABEL = /^\(?(?:[a-z]|[ivx]{1,5})\)?$/i;
const CALLED_NOTE =
  /(?:^|[\s_-])(?:foot-?notes?|end-?notes?|note-?refs?|fn-?refs?|fn|fnote|references?|cite_ref|citation|noteref|doc-noteref|sup-?ref|easy-footnote\w*|mw-ref|ftn\w*)(?:$|[\s_-])/i;
const TO_NOTE =
  /#(?:user-content-)?_?(?:s?d?foot-?note|end-?note|easy-footnote|note|fn|ftn|edn|en|cite|ref|r|n|bib|b|cr)[\w.:-]*\d/i;
/** Lists of notes. */
const NOTES =
  "ol.references,ol.footnotes,ol.endnotes,ol.notes,.footnotes ol,.footnote ol,.endnotes ol,.notes ol,.reflist ol,[role=doc-endnotes] ol,[role=doc-footnotes] ol,section[epub\\:type=footnotes] ol";
/** Units of length and time, functions and the like: a raised number after them is a power. */
const RAISED_AFTER =
  /^(?:m|km|cm|mm|dm|nm|µm|μm|hm|ha|ft|in|yd|mi|s|h|kg|g|sec|min|feet|foot|inch|inches|mile|miles|yard|yards|met(?:er|re)s?|(?:kilo|centi|milli)met(?:er|re)s?|mètres?|kilomètres?|metros?|kilómetros?|metri|meter|kilometer|м|км|см|мм|sin|cos|tan|log|ln|exp|max|min|lim)$/iu;

/** The labels of the notes that a page lists. */
export function noteLabels(body: Element): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const list of body.querySelectorAll(NOTES)) {
    const start = Number.parseInt(list.getAttribute("start") ?? "1", 10) || 1;
    [...list.children].forEach((_, index) => {
      labels.add(String(start + index));
    });
  }
  for (const heading of body.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    const list = heading.nextElementSibling;
    if (list?.localName !== "ol" || !isNotesTitle(heading.textContent ?? "")) continue;
    [...list.children].forEach((_, index) => {
      labels.add(String(index + 1));
    });
  }
  for (const raised of body.querySelectorAll("sup")) {
    const label = raised.textContent?.trim() ?? "";
    if (
      (NUMBERS.test(label) || /^[a-z]$/.test(label)) &&
      textBefore(raised).trim() === "" &&
      /^[\s\u00a0]*\p{L}{2}/u.test(textAfter(raised))
    )
      labels.add(label);
  }
  return labels;
}

function isNotesTitle(title: string): boolean {
  return /^\s*(?:foot|end)?(?:notes?|references|sources|anmerkungen|fu(?:ß|ss)noten|quellen|notas|fuentes|note|noten|sources et notes|примечания)\s*:?\s*$/i.test(
    title,
  );
}

/** What a raised text is: a reference to a note, a sign that stays as it is, or a raised figure or letter. */
export type RaisedKind = "note" | "plain" | "raised";

/** Decides what a raised text is. @param notes the labels of the page's notes */
export function kindOfRaised(raised: Element, notes: ReadonlySet<string>): RaisedKind {
  const text = raised.textContent?.trim() ?? "";
  if (/^\[.*\]$/s.test(text) || /^[*†‡§¶#‖※]+$/u.test(text)) return "plain";
  const isNumber = NUMBERS.test(text);
  if (!isNumber && !LABEL.test(text)) return "raised";
  const before = textBefore(raised).replace(/\s+$/u, (space) => (space ? " " : ""));
  const isLinked = isNoteLink(raised, text) || isCalledNote(raised);
  if (isPower(before, text) && !isLinked) return "raised";
  if (isLinked || (!isNumber && notes.has(text))) return "note";
  return isNumber && followsLikeNote(before, textAfter(raised), text, notes) ? "note" : "raised";
}

/** Whether a raised text is all of a link's text, or holds such a link, within a page or with the label in brackets. */
function isNoteLink(raised: Element, text: string): boolean {
  const around = raised.closest("a[href]");
  const link =
    around && around.textContent?.trim() === text ? around : (raised.querySelector("a[href]") ?? null);
  if (!link || (link !== around && !text.includes(link.textContent?.trim() ?? ""))) return false;
  const href = link.getAttribute("href") ?? "";
  return href.includes("#") || isCalledNote(link) || /^https?:/i.test(href);
}

function isCalledNote(element: Element): boolean {
  for (const each of [element, element.parentElement, element.querySelector("a")]) {
    if (!each || !/^(?:a|sup|span|em|small)$/i.test(each.localName)) continue;
    const called = ["class", "role", "epub:type", "rel", "id"].map((name) => each.getAttribute(name) ?? "");
    if (called.some((name) => CALLED_NOTE.test(name))) return true;
  }
  return false;
}

/** Whether a link without raised text refers to a note: by what it is called, or where it leads. */
export function isNoteReference(link: Element): boolean {
  const text = link.textContent?.trim() ?? "";
  if (!NUMBERS.test(text) || link.querySelector("sup") || link.closest("sup")) return false;
  if (/noteref/i.test(`${link.getAttribute("role")} ${link.getAttribute("epub:type")}`)) return true;
  const href = link.getAttribute("href") ?? "";
  return TO_NOTE.test(href) && (isCalledNote(link) || /#.*(?:note|fn|ftn|edn|cite)/i.test(href));
}

/** Whether the number is the power of a unit or of ten. */
function isPower(before: string, text: string): boolean {
  const word = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+$/u.exec(before)?.[0];
  if (word) return RAISED_AFTER.test(word) && /^[23]$/.test(text);
  return /[×x·*⋅]\s*10$/iu.test(before);
}

function followsLikeNote(before: string, after: string, text: string, notes: ReadonlySet<string>): boolean {
  const isSeveral = /\P{Nd}/u.test(text.replace(/[()]/g, ""));
  if (/(?:^|\s)$/u.test(before)) {
    // Nothing before it: the label of a note, or an isotope ("¹⁴C").
    const isLabel =
      before.trim() === "" && Number(text) <= 30 && !/^(?:H|Li|Be|B|C|N|O|F)(?!\p{L})/u.test(after);
    return isLabel || !/^\p{Lu}\p{Ll}?(?!\p{L})/u.test(after);
  }
  if (notes.has(text) || isSeveral) return true;
  const last = [...before].at(-1) ?? "";
  if (/[⁰¹²³⁴-⁹]/u.test(last)) return true;
  if (/\p{Nd}/u.test(last)) {
    const number = /[\p{Sc}]?\s?[\p{Nd}.,'’\u00a0\u202f]*\p{Nd}$/u.exec(before)?.[0].trim() ?? "";
    // Cents are raised after a price.
    if (/^\p{Nd}{2}$/u.test(text) && /^\p{Sc}\s?\p{Nd}+$/u.test(number)) return false;
    const digits = number.replace(/[^\p{Nd}]/gu, "");
    return number !== "10" && (text === "1" || digits.length > 2 || number !== digits);
  }
  if (/[\p{L}\p{M}]/u.test(last)) {
    const word = /[\p{L}\p{M}]+$/u.exec(before)?.[0] ?? "";
    if (/\p{Lo}/u.test(last)) return true;
    return [...word].length > 2 && !RAISED_AFTER.test(word);
  }
  return /[\p{Pf}\p{Po}"'\u00bb%]/u.test(last);
}
