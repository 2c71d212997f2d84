/**
 * Lets at most so many at a time go on, in the order in which they came.
 * @returns asks for a turn; what it resolves with gives the turn back, once
 */
export function makeSemaphore(most: number): (signal?: AbortSignal) => Promise<(() => void) | "cancelled"> {
  let taken = 0;
  const waiting = new Set<() => void>();
  const leave = () => {
    taken--;
    const [next] = waiting;
    next?.();
  };
  const take = () => {
    taken++;
    let left = false;
    return () => {
      if (!left) leave();
      left = true;
    };
  };
  return async (signal) => {
    if (signal?.aborted) return "cancelled";
    if (taken < most) return take();
    return new Promise((resolve) => {
      const go = () => {
        settle();
        resolve(take());
      };
      const cancel = () => {
        settle();
        resolve("cancelled");
      };
      const settle = () => {
        waiting.delete(go);
        signal?.removeEventListener("abort", cancel);
      };
      waiting.add(go);
      signal?.addEventListener("abort", cancel);
    });
  };
}
