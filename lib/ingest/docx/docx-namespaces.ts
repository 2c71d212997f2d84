import { childOf, type XmlElement } from "../office/xml-tree";

const OPEN_XML = "http://schemas.openxmlformats.org";
const STRICT = "http://purl.oclc.org/ooxml";

/** The prefixes by which this folder knows the elements of DOCX, transitional and strict. */
export const DOCX_NAMESPACES: ReadonlyMap<string, string> = new Map([
  [`${OPEN_XML}/wordprocessingml/2006/main`, "w"],
  [`${STRICT}/wordprocessingml/main`, "w"],
  [`${OPEN_XML}/officeDocument/2006/math`, "m"],
  [`${STRICT}/officeDocument/math`, "m"],
  [`${OPEN_XML}/officeDocument/2006/relationships`, "r"],
  [`${STRICT}/officeDocument/relationships`, "r"],
  [`${OPEN_XML}/drawingml/2006/main`, "a"],
  [`${STRICT}/drawingml/main`, "a"],
  [`${OPEN_XML}/drawingml/2006/chart`, "c"],
  [`${STRICT}/drawingml/chart`, "c"],
  ["http://schemas.microsoft.com/office/drawing/2014/chartex", "cx"],
  [`${OPEN_XML}/drawingml/2006/diagram`, "dgm"],
  [`${STRICT}/drawingml/diagram`, "dgm"],
  [`${OPEN_XML}/drawingml/2006/picture`, "pic"],
  [`${STRICT}/drawingml/picture`, "pic"],
  [`${OPEN_XML}/drawingml/2006/wordprocessingDrawing`, "wp"],
  [`${STRICT}/drawingml/wordprocessingDrawing`, "wp"],
  [`${OPEN_XML}/markup-compatibility/2006`, "mc"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
  ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"],
  ["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
  [`${OPEN_XML}/package/2006/relationships`, ""],
  [`${OPEN_XML}/package/2006/content-types`, ""],
  [`${OPEN_XML}/package/2006/metadata/core-properties`, "cp"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://purl.org/dc/terms/", "dcterms"],
]);

/** The w:val of a child element; null without one. */
export function wordValue(parent: XmlElement | null | undefined, name: string): string | null {
  const element = childOf(parent, name);
  return element && (element.attributes.get("w:val") ?? element.attributes.get("m:val") ?? null);
}

/** The w:val of a child element as an integer; null without one. */
export function wordInteger(parent: XmlElement | null | undefined, name: string): number | null {
  const value = Number.parseInt(wordValue(parent, name) ?? "", 10);
  return Number.isNaN(value) ? null : value;
}

/** Whether a child element switches something on (no value, "1", "true", "on") or off; undefined without it. */
export function wordSwitch(parent: XmlElement | null | undefined, name: string): boolean | undefined {
  const element = childOf(parent, name);
  if (!element) return undefined;
  return !/^(?:0|false|off|none)$/i.test(
    element.attributes.get("w:val") ?? element.attributes.get("m:val") ?? "1",
  );
}
