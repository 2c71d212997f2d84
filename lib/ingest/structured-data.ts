/** A node of JSON-LD. */
export type JsonNode = Record<string, unknown>;

/** The nodes of a page's JSON-LD, from arrays and graphs; unreadable parts are skipped. */
export class StructuredData {
  private readonly nodes: JsonNode[];
  private readonly byId = new Map<string, JsonNode>();

  constructor(document: Document) {
    this.nodes = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
      nodesOf(parseJson(script.textContent ?? ""), 0),
    );
    // The most detailed node represents its id; the others are references.
    for (const node of this.nodes) {
      const id = node["@id"];
      if (typeof id === "string" && sizeOf(node) > sizeOf(this.byId.get(id))) this.byId.set(id, node);
    }
  }

  /** The first node of one of some types, in order of preference. */
  find(types: readonly RegExp[]): JsonNode | undefined {
    return types.flatMap((type) => this.nodes.filter((node) => type.test(typeOf(node))))[0];
  }

  /** Resolves a reference by id, if the page contains that node. */
  resolved(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const id = (value as JsonNode)["@id"];
    const known = typeof id === "string" ? this.byId.get(id) : undefined;
    return known ? { ...known, ...(value as JsonNode) } : value;
  }

  /** The distinct names of people or organisations, from texts, nodes or references. */
  names(value: unknown): string[] {
    const names = [value].flat().flatMap((each) => {
      const known = this.resolved(each);
      const name = typeof known === "object" && known !== null ? (known as JsonNode).name : known;
      return stringOf(name) ?? [];
    });
    return [...new Set(names)];
  }
}

/** The types of a node, separated by spaces. */
export function typeOf(node: unknown): string {
  if (typeof node !== "object" || node === null) return "";
  return [(node as JsonNode)["@type"]]
    .flat()
    .filter((each) => typeof each === "string")
    .join(" ");
}

/** The first text among a field's values. */
export function stringOf(value: unknown): string | null {
  const first = [value].flat().find((each) => typeof each === "string" && each.trim());
  return typeof first === "string" ? first.replace(/\s+/g, " ").trim() : null;
}

/** Many pages have line breaks inside strings, or wrap everything in a comment; JSON.parse accepts neither. */
function parseJson(text: string): unknown {
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
