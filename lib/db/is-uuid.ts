/**
 * Whether something can be the id of a row. Postgres answers others with an error, where "not found" is meant; and what a caller sent may be
 * no text at all, which Prisma would take for a condition: `{ not: "…" }`.
 */
export function isUuid(id: unknown): id is string {
  return typeof id === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
