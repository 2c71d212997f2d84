import { blockMarkup, pageMarkup, withLabel } from "../office/block-markup";
import { type OfficeArticle, ownAuthors, ownTitle } from "../office/office-article";
import { OfficeReport } from "../office/office-report";
import type { Archive } from "../office/open-archive";
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from "../office/xml-tree";
import { OdtBody } from "./odt-body";
import { OdtLists } from "./odt-lists";
import { ODT_NAMESPACES } from "./odt-namespaces";
import type { OdtParts } from "./odt-parts";
import { OdtStyles } from "./odt-styles";

/** In UTF-16 units: text of cells that a file has once and shows several times. */
const MAX_COPIED = 100_000;

/** The kind of OpenDocument that an archive is; null if it isn't one. */
export function openDocumentKind(archive: Archive): "text" | "spreadsheet" | "presentation" | "other" | null {
  const type = archive.bytes("mimetype");
  const name = type && new TextDecoder().decode(type.subarray(0, 100)).trim();
  const found =
    name && /^application\/(?:vnd\.oasis\.opendocument\.|vnd\.sun\.xml\.)([a-z-]+)/.exec(name)?.[1];
  if (found) {
    if (/^(?:text|writer)/.test(found)) return "text";
    if (/^(?:spreadsheet|calc)/.test(found)) return "spreadsheet";
    return /^(?:presentation|impress)/.test(found) ? "presentation" : "other";
  }
  return archive.has("content.xml") && archive.has("META-INF/manifest.xml") ? "text" : null;
}

/** Whether the text of an OpenDocument file is encrypted. */
export function isEncrypted(archive: Archive): boolean {
  const manifest = archive.xml("META-INF/manifest.xml", ODT_NAMESPACES);
  return descendantsOf(manifest, "manifest:encryption-data").length > 0 || archive.has("encrypted-package");
}

/** Reads an ODT file: the text as LibreOffice shows it with all changes accepted, followed by its notes. @throws TooLarge */
export function readOdt(archive: Archive): OfficeArticle {
  const tree = (name: string) => archive.xml(name, ODT_NAMESPACES);
  const folderOf = (object: XmlElement) =>
    (object.attributes.get("xlink:href") ?? "").replace(/^\.\/|\/$/g, "");
  const objects = new Map<string, XmlElement | null>();
  const embedded = (object: XmlElement) => {
    const folder = folderOf(object);
    if (folder === "") return null;
    if (!objects.has(folder)) objects.set(folder, tree(`${folder}/content.xml`) ?? tree(folder));
    return objects.get(folder) ?? null;
  };
  return readTrees(
    { content: tree("content.xml"), styles: tree("styles.xml"), meta: tree("meta.xml") },
    embedded,
  );
}

/** Reads an ODT document that is one XML file (FODT). @param root its tree */
export function readFlatOdt(root: XmlElement): OfficeArticle {
  return readTrees({ content: root, styles: null, meta: root }, () => null);
}

function readTrees(
  { content, styles, meta }: Record<"content" | "styles" | "meta", XmlElement | null>,
  embedded: (object: XmlElement) => XmlElement | null,
): OfficeArticle {
  const report = new OfficeReport();
  const parts: OdtParts = {
    styles: new OdtStyles([content, styles]),
    lists: new OdtLists(),
    report,
    notes: [],
    labels: new Set(),
    copies: { left: MAX_COPIED },
    formula: (object) =>
      descendantsOf(object, "math:math")[0] ?? childOf(embedded(object), "math:math") ?? null,
    isChart: (object) => descendantsOf(embedded(object) ?? object, "office:chart").length > 0,
  };
  const text = descendantsOf(content, "office:text")[0];
  const body = new OdtBody(parts);
  const blocks = text ? body.read(text) : [];
  // Notes can refer to further notes.
  for (let at = 0; at < parts.notes.length; at++) {
    const { label, body: note } = parts.notes[at] as (typeof parts.notes)[number];
    blocks.push(...withLabel(new OdtBody(parts).read(note), `[${label}]`));
  }
  const about = descendantsOf(meta, "office:meta")[0];
  const value = (name: string) => textOf(childOf(about, name)).trim();
  const language = value("dc:language") || undefined;
  return {
    value: pageMarkup(blockMarkup(blocks), language),
    kind: "odt",
    labels: [...parts.labels, ...parts.notes.map(({ label }) => label)],
    title: ownTitle(body.title) ?? ownTitle(value("dc:title")),
    byline: ownAuthors(value("meta:initial-creator") || value("dc:creator")),
    language,
    notes: report.notes({ headers: hasHeaders(styles ?? content) }),
  };
}

/** Whether a header or footer has words, not only the number of the page. */
function hasHeaders(root: XmlElement | null): boolean {
  return descendantsOf(root, "style:master-page").some((page) =>
    childrenOf(page)
      .filter(({ name }) => /^style:(?:header|footer)/.test(name))
      .some((part) => /\p{L}{2}/u.test(textOf(part))),
  );
}
