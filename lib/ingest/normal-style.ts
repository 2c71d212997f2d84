/**
 * Normalises a style attribute so that linkedom's simple parser reads it as a browser would: names in lower case, no comments, and only the
 * effective declaration of each name.
 */
export function normalStyle(style: string): string {
  const declarations = new Map<string, { value: string; important: boolean }>();
  for (const declaration of style.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, "").split(";")) {
    const [, rawName = "", rest = ""] = /^\s*([\w-]+)\s*:([\s\S]*)$/.exec(declaration) ?? [];
    const name = rawName.toLowerCase();
    const value = rest.replace(/!\s*important\s*$/i, "").trim();
    const important = value !== rest.trim();
    if (value === "" || (declarations.get(name)?.important && !important)) continue;
    const shown = name === "display" || name === "visibility";
    declarations.set(name, { value: shown ? value.toLowerCase() : value, important });
  }
  return [...declarations].map(([name, { value }]) => `${name}:${value}`).join(";");
}
