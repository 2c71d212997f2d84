/** A span of the text that a claim covers. Offsets are UTF-16 units, `start < end`. */
export interface Span {
  id: string;
  start: number;
  end: number;
}

/** A run of text covered by one set of claims. */
export interface Segment {
  start: number;
  end: number;
  /** Claims that cover it, innermost (shortest) first; empty if none does. */
  claims: string[];
  /** Claims whose span begins at `start`. */
  starts: string[];
  /** Claims whose span ends at `end`. */
  ends: string[];
}

/**
 * Cuts a text wherever the set of claims that cover it changes. The segments adjoin and cover all of it.
 * @param length UTF-16 units of the text
 * @throws RangeError for a span that is empty or outside the text
 */
export function segmentText(length: number, spans: readonly Span[]): Segment[] {
  const innermostFirst = [...spans].sort(byLength);
  for (const { id, start, end } of innermostFirst)
    if (!(start >= 0 && start < end && end <= length))
      throw new RangeError(`span ${start}..${end} of ${id} is not inside 0..${length}`);
  const beginning = groupByStart(innermostFirst);
  const ends = spans.map((span) => span.end);
  const cuts = [...new Set([0, length, ...beginning.keys(), ...ends])].sort((a, b) => a - b);

  let open: Span[] = [];
  const segments: Segment[] = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const start = cuts[index] as number;
    const end = cuts[index + 1] as number;
    const starts = beginning.get(start) ?? [];
    open = [...open.filter((span) => span.end > start), ...starts].sort(byLength);
    segments.push({
      start,
      end,
      claims: idsOf(open),
      starts: idsOf(starts),
      ends: idsOf(open.filter((span) => span.end === end)),
    });
  }
  return segments;
}

function idsOf(spans: readonly Span[]): string[] {
  return spans.map(({ id }) => id);
}

/** Shortest first; of equal length the later one first, then by id, so that the order never depends on chance. */
export function byLength(a: Span, b: Span): number {
  return a.end - a.start - (b.end - b.start) || b.start - a.start || (a.id < b.id ? -1 : 1);
}

function groupByStart(spans: readonly Span[]): Map<number, Span[]> {
  const groups = new Map<number, Span[]>();
  for (const span of spans) {
    const group = groups.get(span.start);
    if (group) group.push(span);
    else groups.set(span.start, [span]);
  }
  return groups;
}
