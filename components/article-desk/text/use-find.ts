import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Light } from "@/components/article-desk/marks/claim-marks";
import { findInText, foldText } from "@/lib/document/find-in-text";

const NOTHING: readonly Light[] = [];

/**
 * The search in the article.
 * @param text the canonical text
 * @param reveal brings an offset of it into sight
 */
export function useFind(text: string, reveal: (offset: number) => void) {
  /** Null while the search is closed. */
  const [query, setQuery] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(query ?? "");
  // Made once, when the search is first opened: a long text takes a moment.
  const isOpen = query !== null;
  const folded = useMemo(() => (isOpen ? foldText(text) : null), [isOpen, text]);
  const places = useMemo(() => (folded && asked !== "" ? findInText(folded, asked) : []), [folded, asked]);
  const lights = useMemo(
    () =>
      places.length === 0
        ? NOTHING
        : places.map((place, index): Light => ({ ...place, look: index === at ? "found-here" : "found" })),
    [places, at],
  );
  const here = places[at]?.start;
  useEffect(() => {
    if (here !== undefined) reveal(here);
  }, [here, reveal]);
  const ask = useCallback((words: string | null) => {
    setQuery(words);
    setAt(0);
  }, []);
  const step = useCallback(
    (by: 1 | -1) => setAt((before) => (before + by + places.length) % Math.max(1, places.length)),
    [places.length],
  );
  return { query, count: places.length, at, lights, ask, step };
}
