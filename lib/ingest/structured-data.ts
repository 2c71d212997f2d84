/** A node of JSON-LD. */
export type JsonNode = Record<string, unknown>;

/** The nodes of a page's JSON-LD, out of arrays and graphs; what cannot be read is passed over. */
export class StructuredData {
  private readonly nodes: JsonNode[];
  private readonly byId = new Map<string, JsonNode>();

  constructor(document: Document) {
    this.nodes = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
      nodesOf(parsed(script.textContent ?? ""), 0),
    );
    // The node that says most stands for its id: others only point there.
    for (const node of this.nodes) {
      const id = node["@id"];
      if (typeof id === "string" && sizeOf(node) > sizeOf(this.byId.get(id))) this.byId.set(id, node);
    }
  }

  /** The first node of one of some types; the types in order of how much they say. */
  find(types: readonly RegExp[]): JsonNode | undefined {
    return types.flatMap((type) => this.nodes.filter((node) => type.test(typeOf(node))))[0];
  }

  /** A node where only its id was given, as far as the page tells of it. */
  resolved(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const id = (value as JsonNode)["@id"];
    const known = typeof id === "string" ? this.byId.get(id) : undefined;
    return known ? { ...known, ...(value as JsonNode) } : value;
  }

  /** The names of people or organisations, each once: given as texts, as nodes, or by the ids of nodes. */
  names(value: unknown): string[] {
    const names = [value].flat().flatMap((each) => {
      const known = this.resolved(each);
      const name = typeof known === "object" && known !== null ? (known as JsonNode).name : known;
      return stringOf(name) ?? [];
    });
    return [...new Set(names)];
  }
}

/** The types of a node, parted by spaces. */
export function typeOf(node: unknown): string {
  if (typeof node !== "object" || node === null) return "";
  return [(node as JsonNode)["@type"]]
    .flat()
    .filter((each) => typeof each === "string")
    .join(" ");
}

/** The first text among what stands in a field. */
export function stringOf(value: unknown): string | null {
  const first = [value].flat().find((each) => typeof each === "string" && each.trim());
  return typeof first === "string" ? first.replace(/\s+/g, " ").trim() : null;
}

/** Many pages break lines inside of texts, or wrap it all in a comment; strict readers refuse both. */
function parsed(text: string): unknown {
  const bare = text.replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)|(?:\/\/\s*)?(?:-->|\]\]>)\s*;?\s*$/g, "");
  try {
    return JSON.parse(bare.replace(/\p{Cc}/gu, " "));
  } catch {
    return null;
  }
}

function nodesOf(value: unknown, depth: number): JsonNode[] {
  if (depth > 4 || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((each) => nodesOf(each, depth + 1));
  const node = value as JsonNode;
  return [node, ...nodesOf(node["@graph"], depth + 1), ...nodesOf(node.mainEntity, depth + 1)];
}

function sizeOf(node: JsonNode | undefined): number {
  return node ? Object.keys(node).length : 0;
}
