import type { Line } from "./line";

const SOFT = "\u00ad";

/**
 * Makes soft hyphens that are seen inside lines hyphens. Some programs give every hyphen of a font the meaning of the first one; if one is inside a
 * line, those at line ends can be real ones as well.
 */
export function resolveSoftHyphens(lines: readonly Line[]): Line[] {
  const areReal = lines.some(({ text }) => text.slice(0, -1).includes(SOFT));
  return areReal ? lines.map((line) => ({ ...line, text: line.text.replaceAll(SOFT, "-") })) : [...lines];
}
