/** The outcome of an operation that is expected to fail sometimes: a value or an error. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps a value as a success. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Wraps an error as a failure. */
export function err<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
