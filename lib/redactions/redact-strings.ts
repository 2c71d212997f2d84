import type { Eraser, Where } from "./eraser";

/** Fields that hold addresses. */
const ADDRESSES = new Set([
  ...["url", "sourceUrl", "archiveUrl", "href", "src", "sameAs"],
  ...["contactUrl", "ethicsUrl", "correctionsUrl", "methodUrl"],
]);
/** Fields that hold keys, dates and hashes, which say nothing that could be redacted. Every other text is for readers. */
const KEYS = new Set([
  ...["id", "slug", "key", "ratingKey", "kind", "stance", "role", "field", "type"],
  ...[
    "language",
    "direction",
    "dir",
    "colour",
    "icon",
    "underline",
    "textHash",
    "hash",
    "languages",
    "licence",
  ],
  ...[
    "publishedAt",
    "firstPublishedAt",
    "publishedOn",
    "claimedOn",
    "verdictAt",
    "accessedOn",
    "keptAt",
    "at",
    "madeAt",
  ],
]);
/** Fields that can repeat a part of the article's text or of a source. */
const REPEATS = new Set(["statement", "excerpt", "note", "finding"]);

/** Redacts every text and address in a value, at any depth. Fields added to a Report later are covered, unless they are named above. */
export function redactStrings<Value>(value: Value, eraser: Eraser, where: Where): Value {
  const walk = (each: unknown, field: string | null): unknown => {
    if (typeof each === "string") {
      if (field !== null && KEYS.has(field)) return each;
      if (field !== null && ADDRESSES.has(field)) return eraser.address(each, where);
      // A DOI is the address of its resolver.
      if (field === "doi" && eraser.address(`https://doi.org/${each}`, where) === null) return null;
      return eraser.text(each, where, { repeats: field !== null && REPEATS.has(field) });
    }
    if (Array.isArray(each)) {
      const items = each.map((item) => walk(item, field));
      return field !== null && ADDRESSES.has(field) ? items.filter((item) => item !== null) : items;
    }
    if (each === null || typeof each !== "object") return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, walk(inner, key)]));
  };
  return walk(value, null) as Value;
}
