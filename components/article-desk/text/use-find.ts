import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Light } from "@/components/article-desk/marks/claim-marks";
import { findInText, foldText } from "@/lib/document/find-in-text";

const NO_MATCHES: readonly Light[] = [];

/**
 * Search in the article.
 * @param text the canonical text
 * @param reveal scrolls to an offset of it
 */
export function useFind(text: string, reveal: (offset: number) => void) {
  /** Null while the find bar is closed. */
  const [query, setQuery] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const deferredQuery = useDeferredValue(query ?? "");
  // Only computed while the find bar is open, as it takes a moment for long texts.
  const isOpen = query !== null;
  const folded = useMemo(() => (isOpen ? foldText(text) : null), [isOpen, text]);
  const matches = useMemo(
    () => (folded && deferredQuery !== "" ? findInText(folded, deferredQuery) : []),
    [folded, deferredQuery],
  );
  const lights = useMemo(
    () =>
      matches.length === 0
        ? NO_MATCHES
        : matches.map((match, index): Light => ({ ...match, look: index === at ? "found-here" : "found" })),
    [matches, at],
  );
  const currentStart = matches[at]?.start;
  useEffect(() => {
    if (currentStart !== undefined) reveal(currentStart);
  }, [currentStart, reveal]);
  const search = useCallback((next: string | null) => {
    setQuery(next);
    setAt(0);
  }, []);
  const step = useCallback(
    (by: 1 | -1) => setAt((before) => (before + by + matches.length) % Math.max(1, matches.length)),
    [matches.length],
  );
  return { query, count: matches.length, at, lights, search, step };
}
