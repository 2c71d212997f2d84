/**
 * The JSON of a document or a step, as plain objects. What `toJSON` of ProseMirror returns shares attribute objects that have no
 * prototype, and those do not pass from a browser to a server action.
 */
export function plainJson<Json>(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
