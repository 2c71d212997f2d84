import { byLength, type Span } from "./segment-text";

/**
 * Gives each span a lane for its underline. Spans that overlap never share one, and a span inside another is always nearer to
 * the text: the shortest choose first, each the nearest lane that no overlapping span has.
 * @returns lane by id; 0 is nearest to the text
 */
export function assignLanes(spans: readonly Span[]): Map<string, number> {
  const lanes = new Map<string, number>();
  /** The spans of each lane, in order of the text; they do not overlap. */
  const taken: Span[][] = [];
  for (const span of [...spans].sort(byLength)) {
    for (let lane = 0; ; lane++) {
      taken[lane] ??= [];
      const row = taken[lane] as Span[];
      const place = firstEndingAfter(row, span.start);
      const next = row[place];
      if (next && next.start < span.end) continue;
      row.splice(place, 0, span);
      lanes.set(span.id, lane);
      break;
    }
  }
  return lanes;
}

/** Index of the first span of a row that ends behind an offset. */
function firstEndingAfter(row: readonly Span[], offset: number): number {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle] as Span).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
