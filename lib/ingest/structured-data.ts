/** A thing that schema.org describes, as a page gives it. */
export type JsonNode = Record<string, unknown>;

/** The nodes of a page's JSON-LD, out of arrays and graphs; what cannot be read is passed over. */
export function structuredData(document: Document): JsonNode[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      // Some pages hide it from old browsers.
      const text = (script.textContent ?? "").replace(/^\s*(?:<!--|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, "");
      return nodesOf(JSON.parse(text), 0);
    } catch {
      return [];
    }
  });
}

function nodesOf(value: unknown, depth: number): JsonNode[] {
  if (depth > 3 || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((each) => nodesOf(each, depth + 1));
  const node = value as JsonNode;
  return [node, ...nodesOf(node["@graph"], depth + 1), ...nodesOf(node.mainEntity, depth + 1)];
}

/** The types of a node in one line, or "". */
export function typeOf(node: JsonNode): string {
  return [node["@type"]]
    .flat()
    .filter((each) => typeof each === "string")
    .join(" ");
}

/** The names of people or organisations: given by name, as nodes, or by the ids of nodes in the graph. */
export function namesOf(value: unknown, graph: readonly JsonNode[]): string[] {
  const names = [value].flat().flatMap((each): string[] => {
    if (typeof each === "string") return each.trim() ? [each.trim()] : [];
    if (typeof each !== "object" || each === null) return [];
    const { "@id": id, name } = each as JsonNode;
    const named =
      stringOf(name) ?? stringOf(graph.find((node) => node["@id"] === id && id && node.name)?.name);
    return named ? [named] : [];
  });
  return [...new Set(names)];
}

/** A text, or the first of several; null where there is none. */
export function stringOf(value: unknown): string | null {
  const [first] = [value].flat();
  return typeof first === "string" && first.trim() ? first.trim() : null;
}
