import { unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import type { FilePassage } from "@/lib/fidelity/passage";
import { visibleText } from "./visible-text";
import { localName, xmlText } from "./xml-text";

/** Parts of a book that can hold text. */
const PARTS = /\.(?:x?html?|xml|opf)$|^META-INF\/container\.xml$/i;

/**
 * The visible text of an e-book's chapters in the order of its spine (EPUB 3.3), from their markup alone: a second reader beside the one that
 * imports.
 * @returns null if the book names no chapters
 */
export function epubText(bytes: Uint8Array): FilePassage[] | null {
  const parts = unzipSync(bytes, { filter: ({ name }) => PARTS.test(name) });
  const byName = new Map(Object.entries(parts).map(([name, part]) => [name.toLowerCase(), part]));
  const container = byName.get("meta-inf/container.xml");
  const declared = container && elementsOf(container, "rootfile")[0]?.["full-path"];
  const name = declared ?? [...byName.keys()].find((each) => each.endsWith(".opf"));
  const book = name && byName.get(name.toLowerCase());
  if (!name || !book) return null;
  const items = new Map(elementsOf(book, "item").map((item) => [item.id ?? "", item]));
  const chapters = new Set<string>();
  for (const { idref = "" } of elementsOf(book, "itemref")) {
    const item = items.get(idref);
    // The book's own table of contents is no chapter.
    if (!item?.href || /\bnav\b/.test(item.properties ?? "")) continue;
    chapters.add(new URL(item.href, `book:///${encodeURI(name)}`).pathname.slice(1));
  }
  const passages = [...chapters].flatMap((path) => {
    const part = byName.get(decoded(path).toLowerCase());
    return part ? visibleText(xmlText(part), { isXhtml: true }) : [];
  });
  return passages.length > 0 ? passages.map(({ text }) => ({ text, isAroundArticle: false })) : null;
}

/** The attributes of all elements of a name, in the order of the file. */
function elementsOf(bytes: Uint8Array, wanted: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (localName(name) === wanted) found.push(attributes);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xmlText(bytes));
  return found;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
