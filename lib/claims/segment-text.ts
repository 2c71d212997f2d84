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
  const rank = new Map<string, number>();
  [...spans].sort(byLength).forEach((span, index) => {
    if (!(span.start >= 0 && span.start < span.end && span.end <= length))
      throw new RangeError(`span ${span.start}..${span.end} of ${span.id} is not inside 0..${length}`);
    rank.set(span.id, index);
  });
  const beginning = groupBy(spans, (span) => span.start);
  const ending = groupBy(spans, (span) => span.end);
  const cuts = [...new Set([0, length, ...beginning.keys(), ...ending.keys()])].sort((a, b) => a - b);
  const innermostFirst = (ids: Iterable<string>) =>
    [...ids].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));

  const open = new Set<string>();
  const segments: Segment[] = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const start = cuts[index] as number;
    const end = cuts[index + 1] as number;
    for (const span of ending.get(start) ?? []) open.delete(span.id);
    const starts = beginning.get(start) ?? [];
    for (const span of starts) open.add(span.id);
    segments.push({
      start,
      end,
      claims: innermostFirst(open),
      starts: innermostFirst(starts.map((span) => span.id)),
      ends: innermostFirst((ending.get(end) ?? []).map((span) => span.id)),
    });
  }
  return segments;
}

/** Shortest first; of equal length the later one first, then by id, so that the order never depends on chance. */
export function byLength(a: Span, b: Span): number {
  return a.end - a.start - (b.end - b.start) || b.start - a.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function groupBy(spans: readonly Span[], key: (span: Span) => number): Map<number, Span[]> {
  const groups = new Map<number, Span[]>();
  for (const span of spans) {
    const group = groups.get(key(span));
    if (group) group.push(span);
    else groups.set(key(span), [span]);
  }
  return groups;
}
