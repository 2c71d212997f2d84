/** The outcome of something that is expected to fail now and then: a value, or the reason why there is none. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps a value as a success. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Wraps a reason as a failure. */
export function err<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
