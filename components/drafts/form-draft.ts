import { browserStorage } from "@/components/storage/browser-storage";
import { isRecord, readJson } from "@/components/storage/stored-json";

/** What a form contained when it was last changed. */
export interface StoredForm<T> {
  value: T;
  /** ISO 8601 instant. */
  at: string;
}

/** The key of a form's draft. @param name identifies the form and the thing it is about: "source:<id>" */
export function formKey(ownerId: string, name: string): string {
  return `obelus:form:${ownerId}:${name}`;
}

/**
 * The stored draft of a form; null if there is none, or if it is damaged or of another shape. Fields that an earlier version did not have
 * are those of `initial`.
 * @param accepts checks more than `isLike` does
 */
export function readForm<T extends object>(
  key: string,
  initial: T,
  accepts: (value: T) => boolean = () => true,
): StoredForm<T> | null {
  const stored = readJson(
    browserStorage,
    key,
    (found): found is StoredForm<Partial<T>> =>
      isRecord(found) &&
      typeof found.at === "string" &&
      !Number.isNaN(Date.parse(found.at)) &&
      isRecord(found.value),
  );
  const value: unknown = stored && { ...initial, ...stored.value };
  return stored && isLike(initial, value) && accepts(value) ? { value, at: stored.at } : null;
}

/** Whether a value has the fields of another one, of the same kinds, all the way down. A field that is null in one of them can be anything. */
export function isLike<T extends object>(initial: T, value: unknown): value is T {
  return (
    isRecord(value) &&
    Object.entries(initial).every(([name, before]) => {
      const after = value[name];
      if (before === null || after === null) return after !== undefined;
      return isRecord(before) ? isLike(before, after) : kindOf(before) === kindOf(after);
    })
  );
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}
