/** How many values of one name are read. */
const MAX_VALUES = 100;

/** The contents of meta elements, in their order, by name, property or item property in lower case. */
export function metaContents(document: Document): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const content = meta.getAttribute("content")?.replace(/\s+/g, " ").trim();
    const name = ["name", "property", "itemprop"].map((key) => meta.getAttribute(key)).find(Boolean);
    if (!content || !name) continue;
    const key = name.trim().toLowerCase();
    const values = metas.get(key) ?? [];
    if (values.length === 0) metas.set(key, values);
    if (values.length < MAX_VALUES) values.push(content);
  }
  return metas;
}
