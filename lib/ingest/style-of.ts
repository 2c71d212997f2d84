/** What the style attribute of an element says of whether it is seen, as browsers read it: in small letters, or "". */
export function styleOf(element: Element): { display: string; visibility: string } {
  const said = { display: "", visibility: "" };
  const important = new Set<string>();
  const text = (element.getAttribute("style") ?? "").replace(/\/\*[\s\S]*?(?:\*\/|$)/g, "");
  for (const declaration of text.split(";")) {
    const colon = declaration.indexOf(":");
    const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== "display" && name !== "visibility") continue;
    const [, value = "", mark] =
      /^\s*([a-z- ]*[a-z])\s*(!\s*important)?\s*$/i.exec(declaration.slice(colon + 1)) ?? [];
    if (value === "" || (important.has(name) && !mark)) continue;
    said[name] = value.toLowerCase();
    if (mark) important.add(name);
  }
  return said;
}
