/**
 * Whether a value can be the id of a row. Postgres throws on other text, instead of finding nothing; and an untrusted input that is not
 * text would be a condition to Prisma: `{ not: "…" }`.
 */
export function isUuid(id: unknown): id is string {
  return typeof id === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
