/**
 * A style attribute as a browser understands it, written so that linkedom's simple reading of it comes to the same: names in small
 * letters, no comments, and of each name only the declaration that counts.
 */
export function normalStyle(style: string): string {
  const said = new Map<string, { value: string; important: boolean }>();
  for (const declaration of style.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, "").split(";")) {
    const [, given = "", rest = ""] = /^\s*([\w-]+)\s*:([\s\S]*)$/.exec(declaration) ?? [];
    const name = given.toLowerCase();
    const value = rest.replace(/!\s*important\s*$/i, "").trim();
    const important = value !== rest.trim();
    if (value === "" || (said.get(name)?.important && !important)) continue;
    const shown = name === "display" || name === "visibility";
    said.set(name, { value: shown ? value.toLowerCase() : value, important });
  }
  return [...said].map(([name, { value }]) => `${name}:${value}`).join(";");
}
