/**
 * A stored value; null if there is none, or if it is damaged.
 * @param accepts whether a value has the expected shape
 */
export function readJson<T>(
  storage: { get: (key: string) => string | null },
  key: string,
  accepts: (value: unknown) => value is T,
): T | null {
  const text = storage.get(key);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return accepts(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
