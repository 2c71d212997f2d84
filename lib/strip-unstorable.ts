/** A text as Postgres can hold it: without NUL, and without halves of surrogate pairs. */
export function stripUnstorableCharacters(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}

/** Deeper than anything that is sent; what is deeper is left to whoever refuses it. */
const MAX_DEPTH = 300;

/** The same for every text in what somebody sent. Files are left as they are. */
export function stripUnstorableInput(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return stripUnstorableCharacters(value);
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((each) => stripUnstorableInput(each, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, stripUnstorableInput(each, depth + 1)]),
  );
}
