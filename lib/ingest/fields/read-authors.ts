import type { StructuredData } from "../structured-data";
import { cleanByline, isPersonLike } from "./clean-byline";
import { linesOf } from "./lines-of";
import { metaContents } from "./meta-contents";

/** Meta elements that name authors. */
const AUTHORS = [
  "author",
  "authors",
  "article:author",
  "article:author_name",
  "og:article:author",
  "citation_author",
  "dc.creator",
  "dcterms.creator",
  "parsely-author",
  "sailthru.author",
  "byl",
];
/** Elements that show a byline. */
const VISIBLE =
  '[itemprop~="author"],[class*="byline" i],[class~="author"],[class*="author-name" i],[class*="authorname" i],[id*="byline" i],[class~="authors" i],[class~="autor"],[class~="auteur"],[class~="autore"],[rel~="author"],address[class*="author" i]';
/** Elements that may show one, or are about an author. */
const POSSIBLY_VISIBLE = '[class*="author" i],[class*="writtenby" i],[id*="author" i]';
/** As many as a source can have. */
const MAX_AUTHORS = 50;
/** Longer elements are about an author. */
const MAX_VISIBLE = 300;
/** Parts of a page that name the authors of something else. */
const ELSEWHERE =
  'nav,footer,aside,[class*="comment" i],[id*="comment" i],[class*="related" i],[class*="sidebar" i]';

/**
 * The authors of a page: of its JSON-LD, meta elements, microdata, or the byline that is shown; all of them, cleaned, in their order.
 * @param work the article among the nodes of JSON-LD
 * @param publisher a name that is only taken for an author if there is no other
 */
export function readAuthors(
  document: Document,
  {
    data,
    work,
    publisher,
    language,
  }: {
    data: StructuredData;
    work: Record<string, unknown> | undefined;
    publisher?: string | undefined;
    language?: string | undefined;
  },
): string[] {
  const cleaned = (names: readonly string[]) =>
    distinct(
      names
        .slice(0, MAX_AUTHORS)
        .filter((name) => !isAddress(name))
        .flatMap((name) => cleanByline(name, language) ?? []),
    );
  const candidates = [
    cleaned(data.names(work?.author ?? work?.creator)),
    ...metaAuthors(document).map(cleaned),
    cleaned(microdata(document)),
    cleaned(visibleByline(document)),
    unmarkedByline(document, language),
  ].filter((names) => names.length > 0);
  const persons = candidates.filter((names) => !(names.length === 1 && isSame(names[0], publisher)));
  const [first = candidates[0] ?? []] = persons;
  // Programs often name only the first author in one of these.
  return (
    persons.find((names) => names.length > first.length && first.every((name) => names.includes(name))) ??
    first
  );
}

/** Whether a byline is the address of an author's page. */
export function isAddress(byline: string): boolean {
  return /^(?:https?:)?\/\/\S+$|^@\w+$/i.test(byline.trim());
}

/** The authors that meta elements name, by the name of the element. */
function metaAuthors(document: Document): string[][] {
  const found = metaContents(document);
  return AUTHORS.map((name) => found.get(name) ?? []);
}

/** The names of elements of authors: in the article, those that are people with a name of their own. */
function microdata(document: Document): string[] {
  return [...document.querySelectorAll('[itemprop~="author"] [itemprop="name"]')]
    .filter((element) => !element.closest(ELSEWHERE))
    .slice(0, 20)
    .flatMap((element) => element.getAttribute("content") ?? linesOf(element, MAX_VISIBLE) ?? []);
}

/** The first element that shows a byline with a name. */
function visibleByline(document: Document): string[] {
  for (const selector of [VISIBLE, POSSIBLY_VISIBLE])
    for (const element of [...document.querySelectorAll(selector)].slice(0, MAX_ELEMENTS)) {
      if (/^(?:meta|body|html|article|main|script)$/i.test(element.tagName) || element.closest(ELSEWHERE))
        continue;
      const text = linesOf(element, MAX_VISIBLE);
      if (!text || ABOUT.test(text) || !cleanByline(text)) continue;
      // Several authors can have an element each, in one list.
      const list = element.closest("li")?.parentElement ?? element.parentElement;
      const others = [...(list?.querySelectorAll(selector) ?? [])].filter(
        (other) =>
          other.className === element.className &&
          other.tagName === element.tagName &&
          !other.contains(element),
      );
      return [text, ...others.slice(0, MAX_ELEMENTS).flatMap((other) => linesOf(other, MAX_VISIBLE) ?? [])];
    }
  return [];
}

const MAX_ELEMENTS = 50;
/** The beginning of a box about an author, or of a link to other articles. */
const ABOUT =
  /^(?:about|more (?:from|by)|all (?:posts|articles)|follow|über|mehr von|à propos|sobre|tous les)\b/i;

/** The beginning of a byline that has no class of its own: "By Ada Byron". */
const BEGINS_WITH_BY = /^(?:by|von|par|por|di|text(?:e|o)?:|автор:|текст:|文：|作者：|記者：)\s*\p{L}/iu;
const MAX_UNMARKED = 80;

/** The byline above the text that only its first word shows as one. */
function unmarkedByline(document: Document, language: string | undefined): string[] {
  let seen = 0;
  for (const element of document.querySelectorAll("p,div,span,header")) {
    const text = linesOf(element, MAX_VISIBLE);
    if (text === null && element.matches("p")) break;
    if (++seen > 5 * MAX_ELEMENTS) break;
    if (!text || element.closest(ELSEWHERE)) continue;
    const line = text.split("\n").find((each) => BEGINS_WITH_BY.test(each)) ?? "";
    const name = line.length <= MAX_UNMARKED ? cleanByline(line, language) : null;
    if (name && name !== line && isPersonLike(name)) return [name];
  }
  return [];
}

function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function isSame(name: string | undefined, publisher: string | undefined): boolean {
  return name !== undefined && name.toLowerCase() === publisher?.toLowerCase();
}

/** Names as one line: "Ada, Ben"; with semicolons where a name has a comma. */
export function bylineOf(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return names.join(names.length > 1 && names.some((name) => name.includes(",")) ? "; " : ", ");
}
