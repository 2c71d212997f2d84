/**
 * Replaces each redacted passage in running text. Always the same, so that its length says nothing about what was there, and in no
 * language, so that offsets are the same in every output.
 */
export const REDACTED = "[redacted]";

/** Replaces a whole value: "[redacted: source protection]". */
export function redactedLabel(reason: string): string {
  return `[redacted: ${reason}]`;
}

/** Whether nothing of a value is left but the mark. */
export function isRedacted(value: string): boolean {
  return value === REDACTED || (value.startsWith("[redacted: ") && value.endsWith("]"));
}
