/** Runs something a few times and returns the median time in milliseconds. */
export function medianTime(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return median(times);
}

/** The middle of some figures; of an even number of them the upper of the two. @throws RangeError if there are none */
export function median(figures: readonly number[]): number {
  const middle = [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
  if (middle === undefined) throw new RangeError("there are no figures");
  return middle;
}
