import { err, ok, type Result } from "@/lib/result";
import { counted, type OfficeArticle, ownAuthors, ownTitle, wasOrWere } from "../office/office-article";
import { type Archive, resolvePart } from "../office/open-archive";
import { childOf, childrenOf, decodeXml, descendantsOf, textOf, type XmlElement } from "../office/xml-tree";

const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["urn:oasis:names:tc:opendocument:xmlns:container", ""],
  ["http://www.idpf.org/2007/opf", ""],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://purl.org/dc/elements/1.0/", "dc"],
  ["http://www.w3.org/2001/04/xmlenc#", "enc"],
]);

/** In UTF-16 units of HTML; a book is longer. */
const MAX_LENGTH = 3_500_000;

/** Whether an archive is an e-book. */
export function isEpub(archive: Archive): boolean {
  const type = archive.bytes("mimetype");
  return (
    (type !== null && new TextDecoder().decode(type.subarray(0, 40)).trim() === "application/epub+zip") ||
    archive.has("META-INF/container.xml")
  );
}

/**
 * Reads an e-book: its chapters in their order.
 * @param name of the file, for messages
 * @throws TooLarge
 */
export function readEpub(archive: Archive, name: string): Result<OfficeArticle, { message: string }> {
  const container = archive.xml("META-INF/container.xml", NAMESPACES);
  const packageName =
    descendantsOf(container, "rootfile")[0]?.attributes.get("full-path") ??
    archive.names.find((part) => part.toLowerCase().endsWith(".opf"));
  const book = packageName ? childOf(archive.xml(packageName, NAMESPACES), "package") : null;
  if (!packageName || !book)
    return err({ message: `${name} is a damaged e-book. Copy its text from your reader and paste it.` });
  const items = new Map(
    childrenOf(childOf(book, "manifest"), "item").map((item) => [item.attributes.get("id") ?? "", item]),
  );
  const locked = protectedParts(archive);
  const chapters: string[] = [];
  const read = new Set<string>();
  let missing = 0;
  let cutOff = 0;
  for (const reference of childrenOf(childOf(book, "spine"), "itemref")) {
    const item = items.get(reference.attributes.get("idref") ?? "");
    // The book's own table of contents, and what only opens on demand.
    if (!item || /\bnav\b/.test(item.attributes.get("properties") ?? "")) continue;
    const part = resolvePart(packageName, decodePath(item.attributes.get("href") ?? ""));
    if (locked.has(part.toLowerCase()))
      return err({
        message: `${name} is copy-protected and cannot be read. Copy the passage from your reader and paste it.`,
      });
    if (read.has(part)) continue;
    read.add(part);
    const bytes = archive.bytes(part);
    if (bytes) {
      const page = decodeXml(bytes);
      if (!/<\/html\s*>/i.test(page.slice(-1000))) cutOff++;
      chapters.push(bodyOf(page));
    } else if (!/^image\//.test(item.attributes.get("media-type") ?? "")) missing++;
  }
  const length = chapters.reduce((sum, chapter) => sum + chapter.length, 0);
  if (length > MAX_LENGTH)
    return err({
      message: `${name} is a book (${counted(chapters.length, "chapter")}), too long for an article. Copy the chapter you are checking and paste it.`,
    });
  const about = childOf(book, "metadata");
  const details = childOf(about, "dc-metadata") ?? about;
  const texts = (element: string) => childrenOf(details, element).map((each) => textOf(each).trim());
  return ok({
    kind: "epub",
    value: `<div>${chapters.join("</div>\n<div>")}</div>`,
    title: ownTitle(texts("dc:title")[0]),
    byline: ownAuthors(authorsOf(childrenOf(details, "dc:creator")).join(";")),
    language: texts("dc:language")[0] || undefined,
    notes: [
      ...(missing > 0 ? [`${counted(missing, "chapter")} ${wasOrWere(missing)} not in the file.`] : []),
      ...(cutOff > 0 ? [`${counted(cutOff, "chapter")} ${wasOrWere(cutOff)} cut off in the file.`] : []),
    ],
  });
}

/** The creators of a book who wrote it, rather than drew or translated it. */
function authorsOf(creators: readonly XmlElement[]): string[] {
  const authors = creators.filter(({ attributes }) =>
    /^(?:aut)?$/.test(attributes.get("role") ?? attributes.get("opf:role") ?? ""),
  );
  return (authors.length > 0 ? authors : creators).map((creator) => textOf(creator).trim());
}

/** The content of a chapter, without its head. */
function bodyOf(page: string): string {
  const start = /<body\b[^>]{0,2000}>/i.exec(page);
  const from = start ? start.index + start[0].length : 0;
  const end = page.toLowerCase().lastIndexOf("</body");
  // Elements that close themselves in XHTML stay open in HTML.
  return page
    .slice(from, end > from ? end : undefined)
    .replace(
      /<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([a-z][a-z0-9]{0,20})((?:\s[^<>]{0,500})?)\/>/gi,
      "<$1$2></$1>",
    );
}

/** The parts that are encrypted; obfuscated fonts are not read anyway. */
function protectedParts(archive: Archive): ReadonlySet<string> {
  const tree = archive.xml("META-INF/encryption.xml", NAMESPACES);
  return new Set(
    descendantsOf(tree, "enc:CipherReference").map((reference) =>
      decodePath(reference.attributes.get("URI") ?? "").toLowerCase(),
    ),
  );
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path.split("#")[0] ?? "");
  } catch {
    return path;
  }
}
