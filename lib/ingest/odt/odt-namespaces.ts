const OASIS = "urn:oasis:names:tc:opendocument:xmlns";

/** The prefixes by which this folder knows the elements of ODT. */
export const ODT_NAMESPACES: ReadonlyMap<string, string> = new Map([
  ...["office", "text", "table", "style", "meta", "manifest", "form", "chart"].map(
    (name) => [`${OASIS}:${name}:1.0`, name] as const,
  ),
  [`${OASIS}:drawing:1.0`, "draw"],
  [`${OASIS}:xsl-fo-compatible:1.0`, "fo"],
  [`${OASIS}:svg-compatible:1.0`, "svg"],
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://www.w3.org/1998/Math/MathML", "math"],
  ["urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"],
]);
