/**
 * The JSON of a document or step as plain objects. ProseMirror's `toJSON` returns attribute objects without a prototype, and React
 * refuses to pass those from a browser to a server action.
 */
export function plainJson<Json>(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
