import { useDeferredValue, useEffect, useMemo } from "react";
import type { Light } from "@/components/article-desk/marks/claim-marks";
import type { TextRange } from "@/lib/anchoring/text-range";
import { findInText, foldText } from "@/lib/document/find-in-text";
import type { FindState } from "./find";

const NO_MATCHES: readonly Light[] = [];

/**
 * The matches of a search in the article, drawn as lights.
 * @param text the canonical text
 * @param onMatch called with the current match, or null, whenever it changes
 */
export function useFind(text: string, { query, at }: FindState, onMatch: (match: TextRange | null) => void) {
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
  const current = matches[at] ?? null;
  useEffect(() => onMatch(current), [current, onMatch]);
  return { count: matches.length, lights };
}
