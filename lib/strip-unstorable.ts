/** Removes what Postgres cannot store: NUL, and halves of surrogate pairs. */
export function stripUnstorableCharacters(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}

/** Deeper than any valid input; anything deeper is left unchanged for the schema to refuse. */
const MAX_DEPTH = 300;

/** Does the same for every text inside an input. Files stay unchanged. */
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
