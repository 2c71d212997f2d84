/**
 * A semaphore that serves waiting callers in order.
 * @returns a function that waits for a slot and resolves with a function that releases it, which takes effect once
 */
export function makeSemaphore(max: number): (signal?: AbortSignal) => Promise<(() => void) | "cancelled"> {
  let running = 0;
  const waiting = new Set<() => void>();
  const release = () => {
    running--;
    const [next] = waiting;
    next?.();
  };
  const acquire = () => {
    running++;
    let released = false;
    return () => {
      if (!released) release();
      released = true;
    };
  };
  return async (signal) => {
    if (signal?.aborted) return "cancelled";
    if (running < max) return acquire();
    return new Promise((resolve) => {
      const start = () => {
        cleanUp();
        resolve(acquire());
      };
      const cancel = () => {
        cleanUp();
        resolve("cancelled");
      };
      const cleanUp = () => {
        waiting.delete(start);
        signal?.removeEventListener("abort", cancel);
      };
      waiting.add(start);
      signal?.addEventListener("abort", cancel);
    });
  };
}
