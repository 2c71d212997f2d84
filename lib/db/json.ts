import type { Prisma } from "./generated/client";

/*
 * JSON columns are untyped. Only values that passed a schema are written to them, so their type is asserted here, and nowhere else.
 */

/** A value for a JSON column. */
export function toJson(value: object): Prisma.InputJsonObject {
  return value as Prisma.InputJsonObject;
}

/** A value that `toJson` wrote. */
export function fromJson<Value extends object>(column: Prisma.JsonValue): Value {
  return column as Value;
}
