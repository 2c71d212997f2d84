/** The most numbers that an address names. */
const MAX_NUMBERS = 200;

/**
 * The claims that an address names, as `formatClaimNumbers` writes them.
 * @param value of the parameter: "1,4,7"
 * @returns each number once, in the order of the address; what is no number is left out; null if there are none
 */
export function readClaimNumbers(value: unknown): readonly number[] | null {
  if (typeof value !== "string") return null;
  const numbers = value
    .split(",", MAX_NUMBERS)
    .filter((part) => /^[1-9]\d{0,8}$/.test(part))
    .map(Number);
  return numbers.length > 0 ? [...new Set(numbers)] : null;
}

/** The value of a parameter of an address that names claims: "1,4,7". */
export function formatClaimNumbers(claims: readonly { number: number }[]): string {
  return claims.map(({ number }) => number).join(",");
}
