import { readDate } from "@/lib/sources/read-date";
import { type JsonNode, stringOf } from "../structured-data";
import { linesOf } from "./lines-of";
import { metaContents } from "./meta-contents";

/** Meta elements that name the day of publication, the clearer first. Never that of a change, or of a copyright. */
export const PUBLISHED = [
  "article:published_time",
  "article:published",
  "og:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publish-date",
  "publish_date",
  "publishdate",
  "published_date",
  "published-date",
  "publication_date",
  "publication-date",
  "citation_publication_date",
  "citation_date",
  "citation_online_date",
  "dcterms.issued",
  "dc.date.issued",
  "dcterms.available",
  "dcterms.created",
  "dc.date.created",
  "dcterms.date",
  "dc.date",
  "article_date_original",
  "originalpublicationdate",
  "date.release",
  "cxenseparse:recs:publishtime",
  "cxenseparse:publishtime",
  "vr:published_time",
  "date",
];

/** Words and names that mark the date of a change. */
const CHANGED =
  /modif|updat|aktualis|stand\b|geändert|mis à jour|actualiz|atualiz|aggiorn|bijgewerkt|uppdater|oppdater|opdater|aktualiz|обнов|оновл|ενημερ|güncel|עודכן|تحديث|更新|수정|업데이트|copyright|©/iu;
/** Parts of a page that are about something else than its article. */
const ELSEWHERE =
  'nav,footer,aside,table,cite,[class*="access" i],[class*="reference" i],[class*="comment" i],[id*="comment" i],[class*="related" i],[class*="sidebar" i],[class*="teaser" i],[class*="recommend" i]';
/** Classes of elements that show a date of publication. */
const DATED =
  '[itemprop~="datePublished"],time,[class*="date" i],[class*="datum" i],[class*="publish" i],[class*="fecha" i],[class*="byline" i],[class*="author" i],[class*="timestamp" i],[class*="dateline" i]';
/** What can precede a date that is the only text of an element. */
const PUBLISHED_LABEL =
  /^(?:(?:first )?published(?: on| at)?|posted(?: on)?|date|veröffentlicht(?: am)?|erschienen(?: am)?|datum|publié(?:e)?(?: le)?|date de publication|publicado(?: el| em)?|fecha|pubblicato(?: il)?|gepubliceerd(?: op)?|publicerad|publisert|publiceret|opublikowano|zveřejněno|publicat(?: pe| la)?|опубликовано|опубліковано|дата|yayınlanma(?: tarihi)?|פורסם(?: ב)?|نشر في|公開日?|掲載|发布(?:时间|于)?|發布(?:時間|於)?|입력)[\s:：]*/iu;

/**
 * The day an article was published: from meta elements, JSON-LD, microdata, or the date that the page shows above its text. Only a date that is
 * sure to the day counts.
 * @param language of the page, which decides what 5/6/2024 means
 * @returns as the page has it if it begins with an ISO 8601 day, else that day
 */
export function readPublishedAt(
  document: Document,
  { work, language }: { work: JsonNode | undefined; language?: string | undefined },
): string | undefined {
  const metas = metaContents(document);
  for (const value of [
    ...PUBLISHED.flatMap((name) => metas.get(name) ?? []),
    stringOf(work?.datePublished),
    stringOf(work?.dateCreated),
  ]) {
    const day = value ? dayIn(value, language) : null;
    if (day) return day;
  }
  return shownDate(document, language);
}

/** The day in a value: an ISO 8601 day at its beginning, or a day in other words. The day that programs write for "none" does not count. */
function dayIn(value: string, language: string | undefined): string | null {
  const plain = value.trim();
  const day = readDate(plain, language);
  if (day?.length !== 10 || day === "1970-01-01") return null;
  return plain.startsWith(day) && /^(?:$|[T\s+Z-])/.test(plain.slice(10)) ? plain : day;
}

/** The first date that the page shows as that of its publication. */
function shownDate(document: Document, language: string | undefined): string | undefined {
  const elements: Element[] = [];
  let isAbove = true;
  const budget = { nodes: MAX_NODES };
  for (const element of document.querySelectorAll(`p,div,span,${DATED}`)) {
    if (elements.length === MAX_ELEMENTS) break;
    const isDated = element.matches(DATED);
    if (!isDated && !isAbove) continue;
    const text = linesOf(element, MAX_SHOWN, budget);
    // What follows the first paragraph is about something else.
    if (text === null && element.matches("p")) isAbove = false;
    if (!isDated && !PUBLISHED_LABEL.test(text ?? "")) continue;
    if (text === null || (text === "" && !MACHINE_FORMS.some((name) => element.hasAttribute(name)))) continue;
    if ((isAbove || isSureDate(element)) && !element.closest(ELSEWHERE)) elements.push(element);
  }
  for (const isSure of [true, false])
    for (const element of elements) {
      if (isSure !== isSureDate(element)) continue;
      const day = dayOf(element, language);
      if (day) return day;
    }
  return undefined;
}

function isTime(element: Element): boolean {
  return element.tagName.toLowerCase() === "time";
}

function isSureDate(element: Element): boolean {
  return element.matches('[itemprop~="datePublished"]') || element.hasAttribute("pubdate");
}

/** Longer elements are not a date. */
const MAX_SHOWN = 150;
const MAX_ELEMENTS = 50;
/** Nodes of a page that are searched for a date: in nested elements, each is looked at many times. */
const MAX_NODES = 200_000;

/** What separates a date from the authors in one line: a sign, or a comma before a day such as "5 March" or "March 5, 2024". */
const BETWEEN_DETAILS = /\n|\s[|·•–—]\s|,\s+(?=\d{1,2}\.?\s+\p{L}|\p{L}+\.?\s+\d{1,2},\s)/u;

/** Attributes that have a date for programs. */
const MACHINE_FORMS = ["datetime", "content", "data-datetime", "data-date", "data-published"];

/** The day that an element shows, if it shows nothing else and is not about a change. */
function dayOf(element: Element, language: string | undefined): string | null {
  if (
    /^(?:body|html|main|article|meta|script)$/i.test(element.tagName) &&
    element.getAttribute("itemprop") === null
  )
    return null;
  const names = ["class", "itemprop", "id"].map((name) => element.getAttribute(name) ?? "").join(" ");
  if (CHANGED.test(names) || isAboutChange(element)) return null;
  const machine = MACHINE_FORMS.map((name) => element.getAttribute(name)).find(Boolean);
  if (machine) return dayIn(machine, language);
  const shown = linesOf(element, MAX_SHOWN) ?? "";
  const lines = isTime(element) ? [shown] : shown.split(BETWEEN_DETAILS);
  for (const line of lines) {
    const text = line.replace(/\s+/g, " ").trim();
    if (text === "" || text.length > MAX_SHOWN || CHANGED.test(text)) continue;
    const bare = text.replace(PUBLISHED_LABEL, "");
    if (!isOnlyDate(bare)) continue;
    const day = readDate(bare, language);
    if (day?.length === 10) return day;
  }
  return null;
}

/** Whether the words before an element say that its date is that of a change. */
function isAboutChange(element: Element): boolean {
  if (!isTime(element)) return false;
  const sibling = element.previousSibling;
  // A long element is no label.
  const before = sibling?.nodeType === 1 ? linesOf(sibling as Element, MAX_SHOWN) : sibling?.nodeValue;
  return (
    CHANGED.test((before ?? "").slice(-60)) ||
    CHANGED.test(element.parentElement?.getAttribute("class") ?? "")
  );
}

/** Whether a text has little but a date: few words, and a number first or second. */
function isOnlyDate(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return /\p{Nd}/u.test(text) && words.length <= 8;
}
