/** A whole number from 0 to 999,999,999, as it is written in a path or a cursor; null if it is something else. */
export function parseNumber(text: string | undefined): number | null {
  return /^\d{1,9}$/.test(text ?? "") ? Number(text) : null;
}
