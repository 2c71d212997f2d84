import type { StructuredData } from "../structured-data";
import { cleanByline } from "./clean-byline";

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
  '[itemprop~="author"],[class*="byline" i],[class~="author"],[class*="author-name" i],[class*="authorname" i],[id*="byline" i],[class~="autor"],[class~="auteur"],[class~="autore"],[rel~="author"],address[class*="author" i]';
/** Elements that may show one, or are about an author. */
const POSSIBLY_VISIBLE = '[class*="author" i],[class*="writtenby" i],[class*="dateline" i],[id*="author" i]';
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
    distinct(names.filter((name) => !isAddress(name)).flatMap((name) => cleanByline(name, language) ?? []));
  const candidates = [
    cleaned(data.names(work?.author ?? work?.creator)),
    ...metaAuthors(document).map(cleaned),
    cleaned(microdata(document)),
    cleaned(visibleByline(document)),
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

/** The authors that meta elements name, each name of such an element for itself. */
function metaAuthors(document: Document): string[][] {
  const found = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const content = meta.getAttribute("content")?.trim();
    const name = ["name", "property", "itemprop"].map((key) => meta.getAttribute(key)).find(Boolean);
    if (!content || !name) continue;
    const key = name.trim().toLowerCase();
    found.set(key, [...(found.get(key) ?? []), content]);
  }
  return AUTHORS.map((name) => found.get(name) ?? []);
}

/** The names of elements of authors: in the article, those that are people with a name of their own. */
function microdata(document: Document): string[] {
  return [...document.querySelectorAll('[itemprop~="author"] [itemprop="name"]')]
    .filter((element) => !element.closest(ELSEWHERE))
    .slice(0, 20)
    .flatMap((element) => element.getAttribute("content") ?? linesOf(element) ?? []);
}

/** The first element that shows a byline with a name. */
function visibleByline(document: Document): string[] {
  for (const selector of [VISIBLE, POSSIBLY_VISIBLE])
    for (const element of [...document.querySelectorAll(selector)].slice(0, MAX_ELEMENTS)) {
      if (/^(?:meta|body|html|article|main|script)$/i.test(element.tagName) || element.closest(ELSEWHERE))
        continue;
      const text = linesOf(element);
      if (!text || text.length > MAX_VISIBLE || ABOUT.test(text) || !cleanByline(text)) continue;
      return [text];
    }
  return [];
}

const MAX_ELEMENTS = 50;
/** The beginning of a box about an author, or of a link to other articles. */
const ABOUT =
  /^(?:about|more (?:from|by)|all (?:posts|articles)|follow|über|mehr von|à propos|sobre|tous les)\b/i;

/** The text of an element, with "\n" where a line or a block begins, without dates. */
export function linesOf(element: Element): string | null {
  const parts: string[] = [];
  const walk = (node: Node, depth: number): void => {
    if (node.nodeType === 3) parts.push((node.textContent ?? "").replace(/\s+/g, " "));
    if (node.nodeType !== 1 || depth > 50) return;
    const tag = (node as Element).tagName.toLowerCase();
    if (/^(?:script|style|template|svg|button)$/.test(tag)) return;
    if (tag === "br" || tag === "time") {
      parts.push("\n");
      return;
    }
    const isBlock = /^(?:p|div|li|ul|ol|h[1-6]|section|header|address|dd|dt|figure|figcaption)$/.test(tag);
    if (isBlock) parts.push("\n");
    for (const child of node.childNodes) walk(child, depth + 1);
    if (isBlock) parts.push("\n");
  };
  walk(element, 0);
  const text = parts
    .join("")
    .replace(/ *\n[ \n]*/g, "\n")
    .trim();
  return text || null;
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
