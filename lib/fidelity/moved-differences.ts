import type { ImportDifferences } from "./import-difference";

/** Differences in a text whose beginning was cut off. @param length how much was cut off, in UTF-16 units */
export function movedDifferences(differences: ImportDifferences, length: number): ImportDifferences {
  const moved = (offset: number) => Math.max(0, offset - length);
  return {
    ...differences,
    listed: differences.listed.map((each) => ({ ...each, start: moved(each.start), end: moved(each.end) })),
  };
}
