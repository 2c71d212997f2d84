const OPEN_DOCUMENT = /^urn:oasis:names:tc:opendocument:xmlns:([a-z-]+):1\.\d$/;
/** Namespaces that are known by another name than their own. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"],
  ["urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"],
  ["urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"],
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://www.w3.org/1998/Math/MathML", "math"],
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
]);

/** The names of a file's elements and attributes with the usual prefixes, whatever prefixes the file declares. */
export class XmlNames {
  readonly #prefixes = new Map<string, string>();

  /** Reads an element's declarations. @returns its name and its attributes with the usual prefixes */
  open(qualified: string, attributes: Record<string, string>): [string, Record<string, string>] {
    for (const [key, value] of Object.entries(attributes)) {
      const [, prefix] = /^xmlns(?::(.+))?$/.exec(key) ?? [null];
      if (prefix === null) continue;
      const usual = PREFIXES.get(value) ?? OPEN_DOCUMENT.exec(value)?.[1];
      if (usual) this.#prefixes.set(prefix ?? "", usual);
      else this.#prefixes.delete(prefix ?? "");
    }
    const known = Object.entries(attributes).map(([key, value]) => [this.#named(key, false), value]);
    return [this.nameOf(qualified), Object.fromEntries(known)];
  }

  /** The name of an element with its usual prefix. */
  nameOf(qualified: string): string {
    return this.#named(qualified, true);
  }

  #named(qualified: string, isElement: boolean): string {
    const at = qualified.indexOf(":");
    if (at < 0 && !isElement) return qualified;
    const usual = this.#prefixes.get(at < 0 ? "" : qualified.slice(0, at));
    return usual ? `${usual}:${qualified.slice(at + 1)}` : qualified;
  }
}
