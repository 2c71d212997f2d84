import { z } from "zod";
import { stripUnstorableCharacters } from "@/lib/strip-unstorable";

/** A CSL-JSON item (Citation Style Language 1.0.2) as a reference manager wrote it, with every field. */
export type CslData = { [field: string]: CslValue };
export type CslValue = string | number | boolean | null | CslValue[] | { [key: string]: CslValue };

/** The fields of an item that a source has in fields of its own. */
export const FIELDS_OF_SOURCE: ReadonlySet<string> = new Set([
  ...[
    "id",
    "type",
    "title",
    "author",
    "issued",
    "accessed",
    "container-title",
    "publisher",
    "language",
    "DOI",
  ],
  ...["URL", "volume", "issue", "page", "editor", "translator", "edition", "number", "publisher-place"],
  ...["event-title", "event", "ISBN", "ISSN"],
]);

/** Limits: `size` of the item as JSON in UTF-16 units; `depth` in levels inside a field: date-parts have 4. */
export const CSL_LIMITS = { size: 100_000, depth: 8, fields: 200 } as const;

/** An item within the limits, and the fields that were left out because they exceed them. */
export interface BoundedCsl {
  csl: CslData;
  leftOut: string[];
}

/**
 * Reduces a foreign item to what can be stored: plain JSON without NUL and broken characters, within the limits. The longest fields are
 * left out first.
 */
export function boundCsl(item: Readonly<Record<string, unknown>>): BoundedCsl {
  const entries = Object.entries(item).filter(
    ([field, value]) => field !== "__proto__" && value !== undefined,
  );
  const leftOut = entries.slice(CSL_LIMITS.fields).map(([field]) => field);
  const fields: { field: string; value: CslValue; size: number }[] = [];
  for (const [field, value] of entries.slice(0, CSL_LIMITS.fields)) {
    const stored = storable(value, CSL_LIMITS.depth);
    if (stored === undefined) leftOut.push(field);
    else fields.push({ field, value: stored, size: field.length + JSON.stringify(stored).length + 4 });
  }
  let size = fields.reduce((sum, each) => sum + each.size, 2);
  const isTooLong = new Set<string>();
  for (const each of [...fields].sort((a, b) => b.size - a.size)) {
    if (size <= CSL_LIMITS.size) break;
    size -= each.size;
    isTooLong.add(each.field);
  }
  return {
    csl: Object.fromEntries(
      fields
        .filter(({ field }) => !isTooLong.has(field))
        .map(({ field, value }) => [stripUnstorableCharacters(field), value]),
    ),
    leftOut: [...leftOut, ...isTooLong],
  };
}

/** A value as plain JSON; undefined if it is nested too deep or isn't JSON. */
function storable(value: unknown, depth: number): CslValue | undefined {
  if (typeof value === "string") return stripUnstorableCharacters(value);
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "object" || depth === 0) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((each) => storable(each, depth - 1));
    return items.every((each) => each !== undefined) ? items : undefined;
  }
  const inner: { [key: string]: CslValue } = {};
  for (const [key, each] of Object.entries(value)) {
    if (key === "__proto__" || each === undefined) continue;
    const stored = storable(each, depth - 1);
    if (stored === undefined) return undefined;
    inner[stripUnstorableCharacters(key)] = stored;
  }
  return inner;
}

/** The item of a source, as sent. Null removes it; a missing one changes nothing. */
export const cslData = z
  .record(z.string(), z.unknown(), "The CSL-JSON item is not an object. Send one item.")
  .nullish()
  .transform((value, context): CslData | null | undefined => {
    if (value === null || value === undefined) return value;
    const { csl, leftOut } = boundCsl(value);
    if (leftOut.length > 0)
      context.addIssue({
        code: "custom",
        message: `The CSL-JSON item has fields that are too long or too deeply nested: ${leftOut.slice(0, 5).join(", ")}. Remove or shorten them.`,
      });
    return csl;
  });
