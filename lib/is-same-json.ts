import { isDeepStrictEqual } from "node:util";

/**
 * Whether two values are the same as JSON. The order of the keys of an object does not count: Postgres sorts those of a `jsonb` column, so
 * what was read back is in another order than what was just built. Keys without a value count as missing.
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(asRead(a), asRead(b));
}

const asRead = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
