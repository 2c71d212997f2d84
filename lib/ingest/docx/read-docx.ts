import { blockMarkup, pageMarkup, withLabel } from "../office/block-markup";
import { escapeHtml } from "../office/inline-markup";
import { type OfficeArticle, ownAuthors, ownTitle } from "../office/office-article";
import { OfficeReport } from "../office/office-report";
import { type Archive, resolvePart } from "../office/open-archive";
import { childOf, childrenOf, decodeXml, descendantsOf, textOf, type XmlElement } from "../office/xml-tree";
import { DocxBody } from "./docx-body";
import { unendedFields } from "./docx-fields";
import { DocxLists } from "./docx-lists";
import { DOCX_NAMESPACES } from "./docx-namespaces";
import { DocxNotes } from "./docx-notes";
import type { DocxParts } from "./docx-parts";
import { DocxStyles } from "./docx-styles";

interface Relation {
  type: string;
  /** The name of a part, or an address outside the file. */
  target: string;
  isExternal: boolean;
}

/** The name of the part that has the text of a DOCX file; null if the archive is something else. */
export function findDocument(archive: Archive): string | null {
  const declared = [...relationsOf(archive, "").values()].find(({ type }) =>
    type.endsWith("/officeDocument"),
  )?.target;
  const name = declared && archive.has(declared) ? declared : "word/document.xml";
  return archive.has(name) && !/^(?:xl|ppt|visio)\//i.test(name) ? name : null;
}

/**
 * Reads a DOCX file: the text as Word shows it with all changes accepted, followed by its notes.
 * @param name of the part with its text, from findDocument
 * @throws TooLarge
 */
export function readDocx(archive: Archive, name: string): OfficeArticle {
  const tree = (part: string | undefined) => (part ? archive.xml(part, DOCX_NAMESPACES) : null);
  const relations = relationsOf(archive, name);
  const partOf = (type: string) =>
    [...relations.values()].find((each) => each.type.endsWith(`/${type}`))?.target;
  const beside = (type: string) => tree(partOf(type) ?? resolvePart(name, `${type}.xml`));
  const root = tree(name);
  const document = childOf(root, "w:document") ?? root;
  const styles = new DocxStyles(beside("styles"));
  const [footnotes, endnotes] = [beside("footnotes"), beside("endnotes")];
  const settings = childOf(beside("settings"), "w:settings");
  const report = new OfficeReport();
  const unended = new Set<XmlElement>();
  for (const story of [root, footnotes, endnotes])
    if (story) for (const field of unendedFields(story)) unended.add(field);
  const notes = new DocxNotes({ footnote: footnotes, endnote: endnotes }, [
    descendantsOf(childOf(document, "w:body"), "w:sectPr").at(0) ?? null,
    settings,
  ]);
  const parts: DocxParts = {
    styles,
    lists: new DocxLists(beside("numbering"), (style) => styles.listOf(style)),
    notes,
    report,
    labels: new Set(),
    unended,
    linkTarget: (id) => {
      const relation = relations.get(id);
      return relation?.isExternal ? relation.target : null;
    },
    embedded: (id) => {
      const relation = relations.get(id);
      relations.delete(id);
      return embeddedMarkup(archive, relation);
    },
  };
  report.count("comments", childrenOf(childOf(beside("comments"), "w:comments"), "w:comment").length);
  const body = new DocxBody(parts);
  const blocks = body.read(childOf(document, "w:body") ?? document ?? EMPTY);
  // Notes can refer to further notes.
  for (let at = 0; at < notes.cited.length; at++) {
    const { label, content } = notes.cited[at] as (typeof notes.cited)[number];
    blocks.push(...withLabel(new DocxBody(parts).read(content), `[${label}]`));
  }
  const core = childOf(tree(coreName(archive)), "cp:coreProperties");
  const language = textOf(childOf(core, "dc:language")).trim() || undefined;
  return {
    value: pageMarkup(blockMarkup(blocks), language),
    kind: "docx",
    labels: [...parts.labels, ...notes.cited.map(({ label }) => label)],
    title: ownTitle(body.title) ?? ownTitle(textOf(childOf(core, "dc:title"))),
    byline: ownAuthors(textOf(childOf(core, "dc:creator"))),
    language,
    notes: report.notes({ headers: hasHeaders(archive, relations) }),
  };
}

const EMPTY: XmlElement = { name: "w:body", attributes: new Map(), children: [] };

function coreName(archive: Archive): string {
  const declared = [...relationsOf(archive, "").values()].find(({ type }) =>
    type.endsWith("/core-properties"),
  );
  return declared?.target ?? "docProps/core.xml";
}

/** The relationships of a part, by id. @param name of the part; empty for those of the file */
export function relationsOf(archive: Archive, name: string): Map<string, Relation> {
  const at = name.lastIndexOf("/") + 1;
  const tree = archive.xml(`${name.slice(0, at)}_rels/${name.slice(at)}.rels`, DOCX_NAMESPACES);
  return new Map(
    childrenOf(childOf(tree, "Relationships"), "Relationship").map(({ attributes }) => {
      const isExternal = attributes.get("TargetMode") === "External";
      const target = attributes.get("Target") ?? "";
      return [
        attributes.get("Id") ?? "",
        {
          type: attributes.get("Type") ?? "",
          isExternal,
          target: isExternal ? target : resolvePart(name, target),
        },
      ];
    }),
  );
}

/** The HTML of a document inside the document; null if it is in another format. */
function embeddedMarkup(archive: Archive, relation: Relation | undefined): string | null {
  const bytes = relation && !relation.isExternal ? archive.bytes(relation.target) : null;
  if (!relation || !bytes) return null;
  const text = decodeXml(bytes);
  if (/\.(?:html?|xhtml)$/i.test(relation.target)) return text;
  if (/\.txt$/i.test(relation.target))
    return text
      .split(/\r?\n/)
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join("");
  return null;
}

/** Whether a header or footer has words, not only the number of the page. */
function hasHeaders(archive: Archive, relations: ReadonlyMap<string, Relation>): boolean {
  const targets = [...relations.values()]
    .filter(({ type }) => /\/(?:header|footer)$/.test(type))
    .map(({ target }) => target);
  return [...new Set(targets)].some((target) =>
    descendantsOf(archive.xml(target, DOCX_NAMESPACES), "w:t").some((text) => /\p{L}{2}/u.test(textOf(text))),
  );
}
