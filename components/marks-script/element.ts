type Child = Node | string | null | false;

/** An element with attributes and children. Attributes that are false or undefined are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | false | undefined>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== false));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** The icon of a rating, in the colour of the text around it. Decorative: the label is beside it. */
export function iconOf(strokes: readonly { d: string; width: number; filled?: true }[]): SVGElement {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "1 1 14 14");
  icon.setAttribute("aria-hidden", "true");
  for (const { d, width, filled } of strokes) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    path.setAttribute("stroke-width", String(width));
    path.setAttribute(filled ? "fill" : "stroke", "currentColor");
    path.setAttribute(filled ? "stroke" : "fill", "none");
    icon.append(path);
  }
  return icon;
}
