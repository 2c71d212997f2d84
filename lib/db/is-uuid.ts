/** Whether a text can be the id of a row. Postgres answers others with an error, where "not found" is meant. */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
