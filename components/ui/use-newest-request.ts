import { useEffect, useMemo, useRef } from "react";

/** Of several requests only the newest goes on: each ends the one before, and so does `end` or leaving the page. */
export function useNewestRequest(): {
  /** The signal of a new request. */
  next: () => AbortSignal;
  end: () => void;
} {
  const newest = useRef<AbortController>(undefined);
  useEffect(() => () => newest.current?.abort(), []);
  return useMemo(
    () => ({
      next: () => {
        newest.current?.abort();
        newest.current = new AbortController();
        return newest.current.signal;
      },
      end: () => newest.current?.abort(),
    }),
    [],
  );
}
