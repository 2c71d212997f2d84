import { Parser } from "htmlparser2";
import { TooLarge } from "./too-large";

/** An element of an XML file. Its name and its attributes' names carry the prefix of `namespaces`, whatever the file's own is. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

/** Deeper than any document, but shallow enough that no recursion overflows the stack. */
const MAX_DEPTH = 500;
/** A text of 100,000 words has about half a million elements. */
const MAX_ELEMENTS = 1_000_000;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
/** UTF-16 units parsed between two checks of the limits. */
const CHUNK_LENGTH = 65_536;

/**
 * Parses XML leniently, without reading its DTD: entities that a file defines are not expanded.
 * @param namespaces the prefix to use for each namespace; others keep the prefix of the file
 * @returns an element without a name that holds the file's root
 * @throws TooLarge; Error if the XML is cut off
 */
export function parseXml(xml: string, namespaces: ReadonlyMap<string, string>): XmlElement {
  const root: XmlElement = { name: "", attributes: new Map(), children: [] };
  const open: XmlElement[] = [root];
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(rawName, rawAttributes) {
        elements++;
        const scope = scopeOf(rawAttributes, scopes.at(-1) as ReadonlyMap<string, string>, namespaces);
        const names = Object.keys(rawAttributes);
        const attributes =
          names.length === 0
            ? NO_ATTRIBUTES
            : new Map(
                names.map((name) => [
                  name.includes(":") ? renamed(name, scope) : name,
                  rawAttributes[name] ?? "",
                ]),
              );
        const element: XmlElement = { name: renamed(rawName, scope), attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
        scopes.push(scope);
      },
      ontext(text) {
        const siblings = open.at(-1)?.children as XmlNode[];
        const last = siblings.at(-1);
        // Entities arrive in pieces.
        if (typeof last === "string") siblings[siblings.length - 1] = last + text;
        else siblings.push(text);
      },
      onprocessinginstruction(_, content) {
        // They would have to be expanded, and no office program writes any.
        if (/^!doctype.*<!entity/is.test(content)) throw new Error("the XML defines entities");
      },
      onclosetag() {
        if (open.length === 1) return;
        open.pop();
        scopes.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < xml.length; at += CHUNK_LENGTH) {
    parser.write(xml.slice(at, at + CHUNK_LENGTH));
    if (open.length > MAX_DEPTH) throw new TooLarge("nested too deeply");
    if (elements > MAX_ELEMENTS) throw new TooLarge("too many elements");
  }
  // A part that says it is smaller than it is comes out cut off.
  const isCutOff = open.length > 1;
  parser.end();
  if (depthOf(root) > MAX_DEPTH) throw new TooLarge("nested too deeply");
  if (isCutOff) throw new Error("the XML ends before its last element");
  return root;
}

/** The prefixes in force inside an element: file's prefix to ours. */
function scopeOf(
  attributes: Record<string, string>,
  outer: ReadonlyMap<string, string>,
  namespaces: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let scope: Map<string, string> | null = null;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    scope ??= new Map(outer);
    const prefix = name.slice(6);
    scope.set(prefix, namespaces.get(value) ?? prefix);
  }
  return scope ?? outer;
}

function renamed(name: string, scope: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const prefix = scope.get(colon < 0 ? "" : name.slice(0, colon));
  if (prefix === undefined) return name;
  const local = name.slice(colon + 1);
  return prefix === "" ? local : `${prefix}:${local}`;
}

/** The depth of a tree, measured without recursion. */
function depthOf(root: XmlElement): number {
  let deepest = 0;
  const waiting: [XmlElement, number][] = [[root, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [element, depth] = next;
    if (depth > deepest) deepest = depth;
    for (const child of element.children) if (typeof child !== "string") waiting.push([child, depth + 1]);
  }
  return deepest;
}

/** The child elements of an element, all or those with a name. */
export function childrenOf(element: XmlElement | null | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** The first child element with one of these names. */
export function childOf(element: XmlElement | null | undefined, ...names: string[]): XmlElement | null {
  for (const child of element?.children ?? [])
    if (typeof child !== "string" && names.includes(child.name)) return child;
  return null;
}

/** The descendants with one of these names, in document order. */
export function descendantsOf(element: XmlElement | null | undefined, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (parent: XmlElement) => {
    for (const child of parent.children) {
      if (typeof child === "string") continue;
      if (names.includes(child.name)) found.push(child);
      walk(child);
    }
  };
  if (element) walk(element);
  return found;
}

/** The characters inside an element. */
export function textOf(element: XmlElement | null | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("");
}

/** Decodes an XML file by its byte order mark, its first bytes or its declaration; UTF-8 by default. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const declared = /^[^>]{0,200}encoding\s*=\s*["']([\w.-]+)/.exec(
    new TextDecoder("latin1").decode(bytes.subarray(0, 200)),
  )?.[1];
  const label =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? "utf-16le"
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? "utf-16be"
        : first === 0xef || !declared || /^utf-?16/i.test(declared)
          ? "utf-8"
          : declared;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
