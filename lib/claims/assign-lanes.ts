import { byLength, type Span } from "./segment-text";

/**
 * Assigns each span a lane for its underline. Overlapping spans never share a lane, and a span inside another is always nearer to
 * the text: the shortest span chooses first, each takes the nearest lane free of overlapping spans.
 * @returns lane by span id; 0 is nearest to the text
 */
export function assignLanes(spans: readonly Span[]): Map<string, number> {
  const lanes = new Map<string, number>();
  /** The spans of each lane, in text order; they do not overlap. */
  const rows: Span[][] = [];
  for (const span of [...spans].sort(byLength)) {
    for (let lane = 0; ; lane++) {
      rows[lane] ??= [];
      const row = rows[lane] as Span[];
      const index = firstEndingAfter(row, span.start);
      const next = row[index];
      if (next && next.start < span.end) continue;
      row.splice(index, 0, span);
      lanes.set(span.id, lane);
      break;
    }
  }
  return lanes;
}

/** Index of the first span of a row that ends after an offset. */
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
