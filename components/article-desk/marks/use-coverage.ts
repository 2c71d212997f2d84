import { useEffect, useMemo, useState } from "react";
import type { TextRange } from "@/lib/anchoring/text-range";
import { type Coverage, checkableSentences, coverageOf } from "@/lib/discovery/coverage";
import type { MarkedSpan } from "./claim-marks";

/**
 * How many checkable sentences are marked; null until they are counted, which happens after the page is drawn.
 * @param text the canonical text
 */
export function useCoverage(text: string, language: string, spans: readonly MarkedSpan[]): Coverage | null {
  const [sentences, setSentences] = useState<TextRange[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSentences(checkableSentences(text, language)), 0);
    return () => clearTimeout(timer);
  }, [text, language]);
  return useMemo(() => sentences && coverageOf(sentences, spans), [sentences, spans]);
}
