import type { Failure } from "./failure";
import { err, type Result } from "./result";

/** Logs the cause of a failure, if it has one. Only called where a failure becomes an answer, so that each cause is logged once. */
export function logCause({ kind, message, cause }: Failure): void {
  if (cause !== undefined) console.warn(`${kind}: ${message}`, cause);
}

/**
 * A result as it is sent to a browser. Every server action and route passes its results through here: a failure's cause is logged, and
 * stays on the server.
 */
export function toClient<T>(result: Result<T, Failure>): Result<T, Failure> {
  if (result.ok) return result;
  logCause(result.error);
  const { cause: _, ...error } = result.error;
  return err(error);
}
