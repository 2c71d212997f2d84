import type { Prisma } from "./generated/client";

/*
 * Columns of JSON have no type of their own. What is written into them was checked by a schema before, and nobody else writes them; that
 * is trusted here, and nowhere else.
 */

/** A value as a column of JSON takes it. */
export function toJson(value: object): Prisma.InputJsonObject {
  return value as Prisma.InputJsonObject;
}

/** What `toJson` wrote. */
export function fromJson<Value extends object>(column: Prisma.JsonValue): Value {
  return column as Value;
}
